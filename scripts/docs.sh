#!/usr/bin/env bash
# Makes the documentation as a site of plain files, without network: docs.sh path/to/greenwood [FOLDER]
#
# The pages are those of Sources/greenwood/Greenwood.docc, converted by pandoc; its front page, Greenwood.md, gives the
# contents beside every page. Made here are the reference of the commands, from their help, the report of the validation,
# and the lists of messages, rules of the audit and decisions. Open FOLDER/index.html; FOLDER is output/docs.
set -euo pipefail
greenwood=$(realpath "$1")
cd "$(dirname "$0")/.."
site=${2:-output/docs}
catalogue=Sources/greenwood/Greenwood.docc
tools=scripts/docs
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$site"
mkdir -p "$site" "$work/made" "$work/records"

# Pages that are not written by hand. FOLDER TITLE WORDS: a list of the pages of a folder by title.
list() {
    printf '# %s\n\n%s\n\n' "$2" "$3"
    for page in "$catalogue/$1"/*.md; do
        printf -- '- [%s](%s)' "$(head -1 "$page" | sed 's/^# *//; s/[][]/\\&/g')" "$(basename "$page")"
        if [ "$1" = Decisions ]; then echo; else printf ' · `%s`\n' "$(basename "$page" .md)"; fi
    done
}
mkdir -p "$work/made/Messages" "$work/made/AuditRules" "$work/made/Decisions" "$work/made/Articles"
list Messages "Messages" 'What each message means and how to mend what it is about. `greenwood explain NAME` shows the same page; the name stands in brackets at the end of a message.' > "$work/made/Messages/index.md"
list AuditRules "Rules of the audit" 'What `greenwood audit` looks for in a manuscript, and how sure a finding is. `greenwood explain NAME` shows the same page.' > "$work/made/AuditRules/index.md"
list Decisions "Decisions" 'Why things are as they are: context, choice, alternatives and consequences of what others will ask about.' > "$work/made/Decisions/index.md"
# The estimators, from their documentation comments: a page for each folder of the module.
mkdir -p "$work/made/Estimators"
{
    printf '# Every estimator\n\nThe functions of the library `SurvivalStatistics` with formula, edge cases, source and the equal call in R, from the comments in their source. What a study file makes of them is in [the estimators](../Articles/Estimators.md).\n'
    for folder in Survival CompetingRisks RestrictedMean Cox Contingency Ranks Means Description Logistic Matching; do
        title=$(sed 's/\([a-z]\)\([A-Z]\)/\1 \L\2/g' <<<"$folder")
        {
            printf '# %s\n\n' "$title"
            awk -f "$tools/estimators.awk" Sources/SurvivalStatistics/"$folder"/*.swift | sed -E \
                -e '/^## /{s/Kaplan meier/Kaplan–Meier/;s/kaplan meier/Kaplan–Meier/;s/Nelson aalen/Nelson–Aalen/;s/Mann whitney/Mann–Whitney/;s/Kruskal wallis/Kruskal–Wallis/;s/Cochran armitage/Cochran–Armitage/;s/Cochran mantel haenszel/Cochran–Mantel–Haenszel/;s/Shapiro wilk/Shapiro–Wilk/;s/Mc nemar/McNemar/;s/ (cox|fisher|pearson|firth|gray)/ \u\1/g;s/Log rank/Log-rank/;s/log rank/log-rank/;}' \
                -e 's#doi:(10\.[^ <>()]*[A-Za-z0-9])([ .,;]|$)#[doi:\1](https://doi.org/\1)\2#g'
        } > "$work/made/Estimators/$folder.md"
        printf '\n## %s\n\n' "$title"
        sed -n 's/^## //p' "$work/made/Estimators/$folder.md" | while read -r name; do
            printf -- '- [%s](%s.md#%s)\n' "$name" "$folder" "$(tr 'A-Z ' 'a-z-' <<<"$name" | sed 's/–//g')"
        done
    done
} > "$work/made/Estimators/index.md"
# Two pages that begin in the catalogue and go on with what the program says.
{
    cat "$catalogue/Articles/Commands.md"
    printf '\n## greenwood\n\n```text\n%s\n```\n' "$("$greenwood" --help)"
    for command in $("$greenwood" --help | sed -n '/^SUBCOMMANDS/,/^ *See/s/^  \([a-z]*\)[ ,].*/\1/p'); do
        printf '\n## greenwood %s\n\n```text\n%s\n```\n' "$command" "$("$greenwood" help "$command")"
    done
} > "$work/made/Articles/Commands.md"
"$greenwood" validate -o "$work/report.md" > /dev/null
{ cat "$catalogue/Articles/Validation.md" && sed 's/^# /## /; s/^## /### /; s/^### Validation report/## The report/' "$work/report.md"; } > "$work/made/Articles/Validation.md"

# The contents beside every page: the front page from "Topics" on.
navigation() { # ADDRESS: of a page beside which it stands
    sed '1,/^## Topics/d' "$catalogue/Greenwood.md" | pandoc -f gfm -t html --lua-filter "$tools/filter.lua" \
        -M source="$catalogue/Greenwood.md" -M address="$1" -M catalogue="$catalogue" -M records=/dev/null |
        sed 's/ id="[^"]*"//'
}
navigation index.html > "$work/navigation0.html"
navigation folder/page.html > "$work/navigation3.html"

page() { # FILE SOURCE ADDRESS: one page; SOURCE is its path in the repository, from which its links are read
    local root=""
    case $3 in */*) root=../ ;; esac
    mkdir -p "$site/$(dirname "$3")"
    pandoc "$1" -f gfm+tex_math_dollars -t html5 --standalone --template "$tools/page.html" --mathml --toc --toc-depth 2 \
        --lua-filter "$tools/filter.lua" -M source="$2" -M address="$3" -M catalogue="$catalogue" \
        -M records="$work/records/$(tr / _ <<<"$3")" -V root="$root" -V navigation="$(cat "$work/navigation${#root}.html")" \
        -o "$site/$3"
}
export -f page
export site tools catalogue work
{
    (cd "$work/made" && find . -name '*.md' | sed 's|^\./||') | while read -r path; do
        printf '%s\0' "$work/made/$path" "$catalogue/$path" "${path%.md}.html"
    done
    (cd "$catalogue" && find . -name '*.md' | sed 's|^\./||') | while read -r path; do
        [ ! -f "$work/made/$path" ] || continue
        address=${path%.md}.html
        [ "$path" != Greenwood.md ] || address=index.html
        printf '%s\0' "$catalogue/$path" "$catalogue/$path" "$address"
    done
    for name in ARCHITECTURE CONTRIBUTING CHANGELOG; do
        printf '%s\0' "$name.md" "$name.md" "${name:0:1}$(tr A-Z a-z <<<"${name:1}").html"
    done
} | xargs -0 -n 3 -P "$(nproc)" bash -euo pipefail -c 'page "$@"' page

# Files that pages show or link to, and the titles for the search.
cat "$work"/records/* | awk -F '\t' '$1 == "file" { print $2 "\t" $3 }' | LC_ALL=C sort -u | while IFS=$'\t' read -r from to; do
    [ -f "$from" ] || { echo "a page links to '$from', which is no file" >&2; exit 1; }
    install -D -m 644 "$from" "$site/$to"
done
quoted='function q(s) { gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s); return "\"" s "\"" }'
{
    echo "const pages = ["
    cat "$work"/records/* | LC_ALL=C sort -t $'\t' -k 3 | awk -F '\t' "$quoted"'
        $1 == "page" { print "{ title: " q($2) ", address: " q($3) ", part: " q($4) ", isPage: " ($4 == "" ? "true" : "false") " }," }'
    echo "];"
} > "$site/search.js"
cp "$tools/site.css" "$tools/site.js" "$site/"
echo "made $site/index.html: $(find "$site" -name '*.html' | wc -l) pages"
