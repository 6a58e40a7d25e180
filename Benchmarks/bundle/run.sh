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
done
ours=$(median < ours)
theirs=$(median < theirs)
echo "greenwood build: median ${ours} s of $rounds ($(sort -n ours | head -1)–$(sort -n ours | tail -1))"
echo "R:               median ${theirs} s of $rounds ($(sort -n theirs | head -1)–$(sort -n theirs | tail -1))"
awk -v a="$theirs" -v b="$ours" 'BEGIN { printf "ratio:           %.0f\n", a / b }'
