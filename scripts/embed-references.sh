#!/bin/sh
# Lists every file of Tests/References that a validation needs in Sources/CReferenceSet/references.c. The values of the
# liver-cancer study are of a whole study, not of single cases.
# Run it after a reference file is added, renamed or removed; a test fails until it was.
set -eu
cd "$(dirname "$0")/../Tests/References"
find . \( -name '*.json' -not -path './liver-cancer/*' -o -path './Data/*.csv' \) | sed 's|^\./||' |
    ../../scripts/embed.sh CReferenceSet references.c Reference Tests/References
