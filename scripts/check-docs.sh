#!/usr/bin/env bash
# Checks the documentation as a site: check-docs.sh FOLDER
#
# Every link and picture leads to a file, and to a place in it where it names one; nothing comes from elsewhere. In headless
# Chromium, on a wide screen, a phone and in the dark: no page is wider than the screen, text has contrast, pictures
# are there, and the search finds a page by its title (scripts/docs/check.html).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
site=$(realpath "$1")
browser=${CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || { echo "check-docs.sh needs Chromium; on Debian and Ubuntu: apt-get install chromium" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cd "$site"
find . -type f | sed 's|^\./|file |' > "$scratch/places"
find . -name '*.html' | sed 's|^\./||' | xargs grep -o ' id="[^"]*"' | sed 's/: id="/ /; s/"$//; s/^/place /' >> "$scratch/places"
find . -name '*.html' | sed 's|^\./||' | xargs grep -oE '(href|src)="[^"]*"' | sed -E 's/:(href|src)="/ \1 /; s/"$//' > "$scratch/links"
awk '
    FILENAME == ARGV[1] { known[$1 == "file" ? $2 : $2 "#" $3] = 1; next }
    { page = $1; kind = $2; target = $3; count++ }
    target ~ /^(https?|mailto):/ { if (kind == "src") print page " takes " target " from elsewhere"; next }
    target ~ /^data:/ { next }
    {
        anchor = ""
        if (match(target, /#.*/)) { anchor = substr(target, RSTART); target = substr(target, 1, RSTART - 1) }
        depth = split(page, parts, "/") - 1
        if (target == "") path = page
        else {
            while (target ~ /^\.\.\//) { target = substr(target, 4); depth-- }
            path = ""
            for (i = 1; i <= depth; i++) path = path parts[i] "/"
            path = path target
        }
        if (!(path in known)) print page " links to " $3 ", which is not there"
        else if (length(anchor) > 1 && path ~ /\.html$/ && !((path anchor) in known)) print page " links to " $3 ", a place that is not there"
    }
    END { print count " links" > "/dev/stderr" }
' "$scratch/places" "$scratch/links" 2> "$scratch/count" > "$scratch/faults"
sort -u "$scratch/faults"
cat "$scratch/count"
failed=0
[ ! -s "$scratch/faults" ] || failed=1

# Without a sandbox, since a machine that tests is a container, and with it the browser would not start there.
for look in "wide 1400,1000 1" "phone 400,850 1" "dark 1400,1000 0"; do
    read -r name size scheme <<<"$look"
    timeout 240 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$scratch/profile" \
        --no-first-run --disable-extensions --allow-file-access-from-files --window-size="$size" \
        --blink-settings=preferredColorScheme="$scheme" --virtual-time-budget=60000 --dump-dom \
        "file://$here/docs/check.html#file://$site" 2> "$scratch/errors" > "$scratch/page.html" || true
    outcome=$(sed -n '/<pre id="outcome">/,/<\/pre>/p' "$scratch/page.html" | sed 's/<[^>]*>//g')
    passed=$(grep -c '^pass' <<<"$outcome" || true)
    faults=$(grep '^FAIL' <<<"$outcome" || true)
    if [ -n "$faults" ] || [ "$passed" -lt 30 ]; then
        failed=1
        echo "documentation, $name:"
        if [ -n "$faults" ]; then echo "$faults"; else echo "FAIL only $passed checks were made: $outcome" && tail -3 "$scratch/errors"; fi
    else
        echo "documentation, $name: $passed checks passed"
    fi
done
exit $failed
