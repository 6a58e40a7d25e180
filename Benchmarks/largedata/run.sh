#!/usr/bin/env bash
# Times a registry of N patients (10 million) from CSV to Kaplan–Meier figure, log-rank test and a Cox model of ten covariates:
# one command here, and R with data.table and survival, in one run. Prints seconds, memory, and whether the numbers agree.
# Usage: run.sh GREENWOOD [N]      needs 20 GB of memory for R, and 1 GB of disk
set -euo pipefail
program=$(realpath "$1")
n=${2:-10000000}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/study.yaml" "$work"
Rscript "$here/data.R" "$work/registry.csv" "$n"
cd "$work"
echo "registry.csv: $(stat -c %s registry.csv) bytes, $n rows"
timed() { /usr/bin/time -f "%e s, %U s of user time, %M KiB at most" "$@"; }
cat registry.csv > /dev/null
sync
echo "greenwood"; timed "$program" build study.yaml -o bundle > greenwood.txt
echo "greenwood check (all but drawing and writing)"; timed "$program" check study.yaml > /dev/null
echo "R"; timed Rscript "$here/analysis.R" registry.csv . | tee r.txt
Rscript "$here/agreement.R" r.txt bundle/results.json
