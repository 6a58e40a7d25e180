#!/usr/bin/env bash
# Guards the speed of a bundle: counts the instructions of one build of the liver-cancer study, which do not depend on
# what else the machine does, and fails where they are far more than they were. Needs valgrind.
# Usage: budget.sh PATH-TO-GREENWOOD
set -euo pipefail
greenwood=$(realpath "${1:?usage: budget.sh PATH-TO-GREENWOOD}")
study=$(cd "$(dirname "$0")/../../studies/hcc" && pwd)
# 2.3 thousand million when this was set; the rest is for other versions of the libraries and for growth of the study.
budget=3000000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
valgrind --tool=callgrind --callgrind-out-file=counts "$greenwood" build "$study/study.yaml" -o bundle > log 2>&1 || {
    cat log >&2
    exit 1
}
count=$(sed -n 's/.*Collected : *\([0-9]*\).*/\1/p' log)
echo "$((count / 1000000)) million instructions, of $((budget / 1000000)) allowed"
[ "$count" -le "$budget" ]
