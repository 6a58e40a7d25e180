#!/usr/bin/env bash
# Builds the liver-cancer study twice, once with the rows of every CSV shuffled, and compares the bundles byte for byte.
# Only the recorded hashes of the input files may differ: they are replaced, and then everything must be equal.
set -euo pipefail
cd "$(dirname "$0")/.."
make --no-print-directory build
greenwood=$PWD/.build-release/release/greenwood
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for copy in ordered shuffled; do
    mkdir -p "$work/$copy/studies"
    cp -R studies/hcc "$work/$copy/studies/hcc"
done
for file in "$work"/shuffled/studies/hcc/data/*.csv; do
    # The header stays; no cell of these files holds a line break.
    { head -n 1 "$file"; tail -n +2 "$file" | shuf --random-source=<(yes 20260101); } > "$file.new"
    cmp -s "$file" "$file.new" && { echo "shuffling left $file as it was" >&2; exit 1; }
    mv "$file.new" "$file"
done
for copy in ordered shuffled; do (cd "$work/$copy" && "$greenwood" build studies/hcc/study.yaml); done

bundle() { echo "$work/$1/output/hcc"; }
(cd "$(bundle ordered)" && find . -type f | sort) > "$work/ordered.files"
(cd "$(bundle shuffled)" && find . -type f | sort) > "$work/shuffled.files"
cmp "$work/ordered.files" "$work/shuffled.files"

# The manifest and results.json record the hashes of the inputs; results.json's own hash in the manifest follows them.
swap=()
replace() { swap+=(-e "s/$(sha256sum "$work/shuffled/$1" | cut -d' ' -f1)/$(sha256sum "$work/ordered/$1" | cut -d' ' -f1)/g"); }
for file in "$work"/shuffled/studies/hcc/data/*.csv; do replace "studies/hcc/data/$(basename "$file")"; done
replace output/hcc/results.json
for name in results.json manifest.json; do
    sed -i "${swap[@]}" "$(bundle shuffled)/$name"
done

count=0
while read -r name; do
    cmp "$(bundle ordered)/$name" "$(bundle shuffled)/$name"
    count=$((count + 1))
done < "$work/ordered.files"
[ "$count" -gt 5 ] || { echo "only $count files were compared" >&2; exit 1; }
echo "$count files are equal, whatever the order of the rows"
