#!/usr/bin/env bash
# Opens reports in headless Chromium and does what a reader does: check-report.sh REPORT.html …
#
# On a wide screen, a phone and in the dark: the policy lets the page's own style and script in, nothing is fetched, figures
# answer the pointer and the keyboard, tables copy, text has contrast, the page is no wider than the screen
# (scripts/check-report.html). Then it prints the page to PDF, where the notice and every caption must be.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
browser=${CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || { echo "check-report.sh needs Chromium; on Debian and Ubuntu: apt-get install chromium" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Without a sandbox, since a machine that tests is a container, and with it the browser would not start there.
run() {
    timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$scratch/profile" \
        --no-first-run --disable-extensions --allow-file-access-from-files "$@" 2>>"$scratch/errors"
}

failed=0
for report in "$@"; do
    path=$(realpath "$report")
    for look in "wide 1300,1000 1" "phone 400,850 1" "dark 1300,1000 0"; do
        read -r name size scheme <<<"$look"
        run --window-size="$size" --blink-settings=preferredColorScheme="$scheme" --virtual-time-budget=5000 --dump-dom \
            "file://$here/check-report.html#file://$path" >"$scratch/page.html" || true
        outcome=$(sed -n '/<pre id="outcome">/,/<\/pre>/p' "$scratch/page.html" | sed 's/<[^>]*>//g')
        passed=$(grep -c '^pass' <<<"$outcome" || true)
        faults=$(grep '^FAIL' <<<"$outcome" || true)
        if [ -n "$faults" ] || [ "$passed" -lt 20 ]; then
            failed=1
            echo "$report, $name:"
            if [ -n "$faults" ]; then echo "$faults"; else echo "FAIL only $passed checks were made: $outcome" && tail -3 "$scratch/errors"; fi
        else
            echo "$report, $name: $passed checks passed"
        fi
    done
    run --print-to-pdf="$scratch/report.pdf" --no-pdf-header-footer "file://$path" >/dev/null || true
    # A page begins with a form feed.
    pdftotext -layout "$scratch/report.pdf" - | tr -d '\f' >"$scratch/report.txt"
    captions=$(grep -c -E '<figcaption|<caption>' "$path")
    printed=$(grep -c -E '^ *((Supplementary )?(Table|Figure)|附?[表图]) ?[0-9]+\.' "$scratch/report.txt" || true)
    pages=$(pdfinfo "$scratch/report.pdf" | sed -n 's/^Pages: *//p')
    if [ "$printed" -lt "$captions" ]; then
        failed=1
        echo "$report, printed: FAIL only $printed of $captions captions are on its $pages pages"
    else
        echo "$report, printed: $captions captions on $pages pages"
    fi
done
exit $failed
