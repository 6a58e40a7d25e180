#!/bin/sh
# Recomputes every reference case in R. Afterwards `git diff --stat` shows what has changed: nothing should.
set -eu
cd "$(dirname "$0")"
for script in */*.R; do
  Rscript "$script"
done
