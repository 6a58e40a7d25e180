#!/usr/bin/env bash
# Times the estimators against R on the same data, in turn, and prints ratios, memory and the largest difference.
# Usage: run.sh [ROUNDS] [PATTERN] [small]      cases whose name matches PATTERN (an extended regular expression)
# Cases for which R takes over ten seconds run in the first round only, on both sides.
# Needs R with survival, 8 GB of memory and 2 GB of disk. `small` takes a hundredth of the data, to try the script out.
set -euo pipefail
rounds=${1:-3}
pattern=${2:-.}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --package-path "$here" >&2
Rscript "$here/data.R" "$work" "${@:3}"
n=1000000 m=50000
if [ "${3:-}" = small ]; then n=10000 m=500; fi

# Each case and its data.
cat > "$work/cases" <<END
cox-fit-1-days cox-1-days
cox-fit-1-continuous cox-1-continuous
cox-fit-10-days cox-10-days
cox-fit-10-continuous cox-10-continuous
cox-fit-50-days cox-50-days
cox-call-1-days cox-1-days
cox-call-10-days cox-10-days
cox-call-10-continuous cox-10-continuous
cox-call-50-days cox-50-days
cox-zph-10-days cox-10-days
cox-tiny-71 cox-small
km-days km-days
km-continuous km-continuous
match-$m match-$m
matchit-$m match-$m
match-$n match-$n
END
touch "$work/slow"
for round in $(seq "$rounds"); do
    grep -E "$pattern" "$work/cases" | while read -r case data; do
        grep -qx "$case" "$work/slow" && continue
        echo "round $round: $case" >&2
        Rscript "$here/cases.R" "$case" "$work/$data.bin" > "$work/theirs"
        # Without a result there is no such function in this installation of R.
        [ -s "$work/theirs" ] || continue
        cat "$work/theirs" >> "$work/results"
        awk '$3 > 10 { print $1 }' "$work/theirs" >> "$work/slow"
        "$here/.build/release/EstimatorBenchmarks" "$case" "$work/$data.bin" >> "$work/results"
    done
done
Rscript "$here/summary.R" "$work/results"
