#!/bin/sh
# Writes a C file that embeds the files whose paths, relative to ROOT, come on standard input; the compiler reads the
# files themselves, nothing is copied. Usage: embed.sh TARGET FILE NAME ROOT, as in
#   embed.sh CReferenceSet references.c Reference Tests/References
set -eu
cd "$(dirname "$0")/.."
target=$1 file=$2 name=$3 root=$4
files=$(LC_ALL=C sort)
{
    echo "// Made by scripts/embed-$(basename "$file" .c).sh. The compiler reads the files themselves; nothing is copied."
    printf '#include "%s.h"\n\n#pragma clang diagnostic ignored "-Wc23-extensions"\n' "$target"
    index=0
    for path in $files; do
        printf '\nstatic const unsigned char file%s[] = {\n#embed "../../%s/%s"\n};\n' "$index" "$root" "$path"
        index=$((index + 1))
    done
    printf '\nstatic const struct C%sFile files[] = {\n' "$name"
    index=0
    for path in $files; do
        printf '    {"%s", file%s, sizeof file%s},\n' "$path" "$index" "$index"
        index=$((index + 1))
    done
    printf '};\n\nsize_t C%sFileCount(void) { return sizeof files / sizeof files[0]; }\n' "$name"
    printf '\nconst struct C%sFile *C%sFileAt(size_t index) { return &files[index]; }\n' "$name" "$name"
} >"Sources/$target/$file"
