#!/bin/sh
# Lists every file of Tests/References that a validation needs in Sources/CReferenceSet/references.c. The values of the
# liver-cancer study are of a whole study, not of single cases.
# Run it after a reference file is added, renamed or removed; a test fails until it was.
set -eu
cd "$(dirname "$0")/.."
files=$(cd Tests/References && find . \( -name '*.json' -not -path './liver-cancer/*' -o -path './Data/*.csv' \) | sed 's|^\./||' | LC_ALL=C sort)
{
    echo '// Made by scripts/embed-references.sh. The compiler reads the files themselves; nothing is copied.'
    echo '#include "CReferenceSet.h"'
    echo
    echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
    index=0
    for file in $files; do
        printf '\nstatic const unsigned char file%s[] = {\n#embed "../../Tests/References/%s"\n};\n' "$index" "$file"
        index=$((index + 1))
    done
    printf '\nstatic const struct CReferenceFile files[] = {\n'
    index=0
    for file in $files; do
        printf '    {"%s", file%s, sizeof file%s},\n' "$file" "$index" "$index"
        index=$((index + 1))
    done
    printf '};\n\nsize_t CReferenceFileCount(void) { return sizeof files / sizeof files[0]; }\n'
    printf '\nconst struct CReferenceFile *CReferenceFileAt(size_t index) { return &files[index]; }\n'
} >Sources/CReferenceSet/references.c
