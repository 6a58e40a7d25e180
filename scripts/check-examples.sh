#!/usr/bin/env bash
# Runs the examples of the documentation that no test runs: check-examples.sh path/to/greenwood
#
# Those in R on the page of the estimators: where a comment names a result of the example study (`<!-- same as: NAME -->`), R's
# value must be ours to nine digits. Then the packages of Examples, which use the libraries.
set -euo pipefail
greenwood=$(realpath "$1")
cd "$(dirname "$0")/.."
root=$PWD
command -v Rscript >/dev/null || { echo "check-examples.sh needs R with the package survival: scripts/prepare.sh check" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
"$greenwood" init study --example lung > /dev/null
"$greenwood" build study/study.yaml -o bundle
# A block whose value is compared is the last expression before the comment.
awk '
    /^```r$/ { inside = 1; code = ""; next }
    /^```$/ && inside { inside = 0; printf "%s", code; last = code; next }
    inside { code = code $0 "\n" }
    /^<!-- same as: / {
        name = $0; gsub(/^<!-- same as: | -->$/, "", name)
        n = split(last, rows, "\n")
        printf "cat(\"SAME\", \"%s\", format(%s, digits = 15), \"\\n\")\n", name, rows[n - 1]
    }
' "$root/Sources/greenwood/Greenwood.docc/Articles/Estimators.md" > examples.R
Rscript examples.R > printed
count=0
while read -r _ name value; do
    ours=$("$greenwood" explain "$name" -r bundle | sed -n 's/^ *at full precision *//p' | head -1)
    awk -v a="$value" -v b="$ours" 'BEGIN { d = a - b; if (d < 0) d = -d; exit !(b != "" && d <= 1e-9 * (a < 0 ? -a : a)) }' ||
        { echo "$name is $ours, and R computes $value" >&2; exit 1; }
    count=$((count + 1))
done < <(grep '^SAME ' printed)
[ "$count" -ge 2 ] || { echo "only $count values were compared with R's" >&2; exit 1; }
echo "the examples in R run, and $count of their values are ours"

for package in "$root"/Examples/*/; do
    swift run --package-path "$package" --scratch-path "$root/.build-examples" "$(sed -n 's/.*executableTarget(//;s/^ *name: "\(.*\)",$/\1/p' "$package/Package.swift" | tail -1)" "$work/bundle/results.json" > printed
    grep -q 'log-rank p = 0' printed && [ -s survival.pdf ] || { cat printed >&2; echo "$package made no figure" >&2; exit 1; }
    echo "$(basename "$package") runs"
done
