#!/usr/bin/env bash
# Kills so many builds of the liver-cancer study at random moments and looks whether a whole bundle is left each time:
#   scripts/kill.sh PROGRAM [TIMES]
# A build that ends before its moment is not counted.
set -euo pipefail
program=$(realpath "$1")
times=${2:-200}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r studies/hcc "$work/study"
output=$work/output
"$program" build "$work/study/study.yaml" -o "$output" >/dev/null 2>&1
# How long a build takes, in microseconds: moments are drawn from that. The machine may become faster or slower: a build that
# ended before its moment took less, and each that was killed lengthens the span by a hundredth.
start=$(date +%s%N)
"$program" build "$work/study/study.yaml" -o "$output" >/dev/null 2>&1
whole=$((($(date +%s%N) - start) / 1000))
RANDOM=1
killed=0
round=0
while [ "$killed" -lt "$times" ]; do
    round=$((round + 1))
    # Another title each time, so that a bundle of two runs would not fit its manifest.
    sed "s/^  title: .*/  title: Round $round/" studies/hcc/study.yaml > "$work/study/study.yaml"
    "$program" build "$work/study/study.yaml" -o "$output" >/dev/null 2>&1 &
    build=$!
    moment=$(((RANDOM * 32768 + RANDOM) % whole))
    sleep "$((moment / 1000000)).$(printf '%06d' $((moment % 1000000)))"
    kill -KILL $build 2>/dev/null || true
    wait $build 2>/dev/null && status=0 || status=$?
    case $status in
    137) killed=$((killed + 1)) whole=$((whole + whole / 100)) ;;
    0) whole=$((moment > 1000 ? moment : 1000)) ;;
    *) echo "round $round: the build ends with $status" >&2; exit 1 ;;
    esac
    # The digests of the manifest's outputs, and no file beside them.
    awk '/"outputs"/ { on = 1 } /^  \]/ { on = 0 } on && /"path"/ { split($0, part, "\""); path = part[4] }
         on && /"sha256"/ { split($0, part, "\""); print part[4] "  " path }' "$output/manifest.json" > "$work/digests"
    (cd "$output" && sha256sum --quiet -c "$work/digests") || { echo "round $round: a torn bundle" >&2; exit 1; }
    expected=$(($(wc -l < "$work/digests") + 1))
    found=$(find "$output" -type f | wc -l)
    [ "$found" = "$expected" ] || { echo "round $round: $found files, not $expected" >&2; exit 1; }
done
"$program" build "$work/study/study.yaml" -o "$output" >/dev/null 2>&1
left=$(find "$work" -maxdepth 1 -name '.output.staging-*' | wc -l)
[ "$left" = 0 ] || { echo "$left staging folders are left" >&2; exit 1; }
echo "$killed builds killed at random moments, $((round - killed)) ended before theirs: a whole bundle after each"
