#!/usr/bin/env bash
# Runs the R code of bundles on the data of their studies: check-appendix.sh STUDY …
# A study is a name, whose bundle is in output, or a folder with a study.yaml, whose bundle is made first.
# Fails where R computes another number than the bundle has, or where the code computes suspiciously few.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v Rscript >/dev/null || { echo "check-appendix.sh needs R with the packages survival and cmprsk: scripts/prepare.sh check" >&2; exit 1; }
made_here=$(mktemp -d)
trap 'rm -rf "$made_here"' EXIT
for study in "$@"; do
    if [ -e "$study/study.yaml" ]; then
        .build/debug/greenwood build "$study/study.yaml" -o "$made_here/bundle" >"$made_here/log" 2>&1 || { cat "$made_here/log" >&2; exit 1; }
        script=$made_here/bundle/appendix.R folder=$study name=$study
    else
        script=output/$study/appendix.R folder=studies/$study name=output/$study/appendix.R
    fi
    outcome=$(Rscript "$script" "$folder" 2>&1) || { echo "$outcome" | grep -E 'DIFFERS|differ|Error' >&2; exit 1; }
    if grep 'needs the package' <<<"$outcome" >&2; then echo "install it: scripts/prepare.sh check" >&2; exit 1; fi
    made=$(sed -n 's/^\([0-9]*\) numbers, 0 differ$/\1/p' <<<"$outcome")
    [ "${made:-0}" -ge 50 ] || { echo "$name computed only ${made:-0} numbers" >&2; exit 1; }
    echo "$name: R computes the same $made numbers"
done
