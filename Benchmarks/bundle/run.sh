#!/usr/bin/env bash
# Times the liver-cancer bundle as a whole process against the same artefacts made by R, in turn, in one run.
# Usage: run.sh PATH-TO-GREENWOOD [ROUNDS]
set -euo pipefail
greenwood=$(realpath "${1:?usage: run.sh PATH-TO-GREENWOOD [ROUNDS]}")
rounds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
study=$here/../../studies/hcc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

seconds() { # runs a command and prints its wall time
    local before after
    before=$(date +%s%N)
    "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    after=$(date +%s%N)
    awk -v t=$((after - before)) 'BEGIN { printf "%.4f\n", t / 1e9 }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2) }'; }

cd "$work"
"$greenwood" build "$study/study.yaml" -o warm-up > /dev/null # fills the caches of fonts and files for both
for _ in $(seq "$rounds"); do
    seconds "$greenwood" build "$study/study.yaml" -o greenwood-bundle >> ours
    seconds Rscript "$here/bundle.R" "$study" r-bundle >> theirs
    # Where the time goes: each command does all that the one before it does, and more.
    seconds "$greenwood" --help >> start
    seconds "$greenwood" analyze "$study/study.yaml" -o results.json >> analyze
    seconds "$greenwood" check "$study/study.yaml" >> check
done
range() { echo "$(sort -n "$1" | head -1)–$(sort -n "$1" | tail -1)"; }
ours=$(median < ours)
theirs=$(median < theirs)
echo "medians of $rounds rounds in turn, seconds of wall time (range)"
echo "greenwood build    $ours ($(range ours))"
echo "  start alone      $(median < start) ($(range start))"
echo "  ... analyze      $(median < analyze) ($(range analyze))"
echo "  ... text (check) $(median < check) ($(range check))"
echo "R                  $theirs ($(range theirs))"
awk -v a="$theirs" -v b="$ours" 'BEGIN { printf "R / greenwood      %.0f\n", a / b }'
