#!/usr/bin/env bash
# Times the whole liver-cancer bundle as a process against the same made by R, in turn, in one run, and checks that both
# say the same. A second pair of lines makes fewer files on both sides: Markdown, HTML and figures.
# Usage: run.sh PATH-TO-GREENWOOD [ROUNDS]
set -euo pipefail
greenwood=$(realpath "${1:?usage: run.sh PATH-TO-GREENWOOD [ROUNDS]}")
rounds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
study=$here/../../studies/hcc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

timed() { # NAME COMMAND…: adds wall and processor seconds of a command to times.NAME
    local name=$1
    shift
    # What one side has left to be written to the disk is not waited for by the other, nor is what an old log would free.
    rm -f log errors
    sync
    TIMEFORMAT='%R %U %S'
    { time "$@" > log 2> errors || { cat log errors >&3; exit 1; }; } 3>&2 2>> "times.$name"
}
# Both sides write a folder of their own each time, so that neither has an old bundle to look at or to free.
greenwood_build() { "$greenwood" build "$study/study.yaml" -o "$1"; }
r_bundle() { Rscript "$here/bundle.R" "$study" "$@"; }
# The same study with fewer formats.
cp -R "$study" fewer
sed -i.all 's/^  formats: .*/  formats: [markdown, html]/' fewer/study.yaml
! cmp -s fewer/study.yaml fewer/study.yaml.all || { echo "run.sh: study.yaml has no line of formats" >&2; exit 1; }
greenwood_fewer() { "$greenwood" build fewer/study.yaml -o "$1"; }

# Fills the caches of fonts and files for both; agreement is checked before anything is timed.
greenwood_build greenwood-bundle > log 2>&1 || { cat log >&2; exit 1; }
r_bundle r-bundle > log 2>&1 || { cat log >&2; exit 1; }
Rscript "$here/agreement.R" "$study" greenwood-bundle r-bundle
for round in $(seq "$rounds"); do
    timed greenwood greenwood_build "greenwood-$round"
    timed r r_bundle "r-$round"
    cat log >> parts
    timed r_without_orders r_bundle "r-without-orders-$round" all 0
    timed greenwood_fewer greenwood_fewer "greenwood-fewer-$round"
    timed r_fewer r_bundle "r-fewer-$round" some
    # As after a refresh of the data: the old bundle is read and compared first, and freed at the end.
    timed greenwood_replaced greenwood_build greenwood-bundle
    # Where the time goes: each command does all that the one before it does, and more.
    timed start "$greenwood" --help
    timed analyze "$greenwood" analyze "$study/study.yaml" -o results.json
    timed check "$greenwood" check "$study/study.yaml"
done
for bundle in r-1 r-without-orders-1 r-fewer-1; do Rscript "$here/agreement.R" "$study" greenwood-bundle "$bundle" > log; done

summary() { # NAME: minimum and median of wall time, median of processor time
    awk '{ print $1, $2 + $3 }' "times.$1" | sort -n | awk '
        { wall[NR] = $1; cpu[NR] = $2 }
        function middle(v) { return NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }
        END {
            for (i = 2; i <= NR; i++) for (j = i; j > 1 && cpu[j] < cpu[j - 1]; j--) { t = cpu[j]; cpu[j] = cpu[j - 1]; cpu[j - 1] = t }
            printf "%.3f %.3f %.3f\n", wall[1], middle(wall), middle(cpu)
        }'
}
row() { printf '%-34s %8s %8s %10s\n' "$@"; }
row "seconds, $rounds rounds in turn" minimum median processor
row 'greenwood build' $(summary greenwood)
row '  replacing a bundle' $(summary greenwood_replaced)
row '  start alone' $(summary start)
row '  ... analyze' $(summary analyze)
row '  ... text (check)' $(summary check)
row 'R' $(summary r)
row '  without the 1,000 orders of ties' $(summary r_without_orders)
row 'fewer files: greenwood build' $(summary greenwood_fewer)
row 'fewer files: R' $(summary r_fewer)
ratio() { paste <(summary "$1") <(summary "$2") | awk '{ printf "%.0f %.0f %.0f\n", $1 / $4, $2 / $5, $3 / $6 }'; }
row 'R / greenwood' $(ratio r greenwood)
row '  R without the orders' $(ratio r_without_orders greenwood)
row '  fewer files on both sides' $(ratio r_fewer greenwood_fewer)
echo "parts of R's time, mean seconds by the clock:"
awk '{ seconds = $NF; $NF = ""; if (!($0 in sum)) order[++parts] = $0; sum[$0] += seconds; runs[$0]++ }
    END { for (i = 1; i <= parts; i++) printf "  %-32s %8.2f\n", order[i], sum[order[i]] / runs[order[i]] }' parts
