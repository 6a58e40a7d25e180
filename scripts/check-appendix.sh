#!/usr/bin/env bash
# Runs the R code of bundles on the data of their studies: check-appendix.sh STUDY …
# Fails where R computes another number than the bundle has, or where the code computes suspiciously few.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v Rscript >/dev/null || { echo "check-appendix.sh needs R with the package survival: scripts/prepare.sh check" >&2; exit 1; }
for study in "$@"; do
    outcome=$(Rscript "output/$study/appendix.R" "studies/$study") || { echo "$outcome" | grep -E 'DIFFERS|differ|Error' >&2; exit 1; }
    made=$(sed -n 's/^\([0-9]*\) numbers, 0 differ$/\1/p' <<<"$outcome")
    [ "${made:-0}" -ge 50 ] || { echo "output/$study/appendix.R computed only ${made:-0} numbers" >&2; exit 1; }
    echo "output/$study/appendix.R: R computes the same $made numbers"
done
