#!/bin/sh
# Cox models, the test of proportional hazards and matching against R on the same data: times, ratios and differences.
# Usage: Benchmarks/models/run.sh [small]
# Needs R with survival; matching is compared with MatchIt 4.7 where it is installed, else with its propensity model alone.
set -e
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swift build -c release --package-path "$here" >/dev/null
Rscript "$here/models.R" "$folder" "$@"
"$here/.build/release/ModelBenchmarks" "$folder"
