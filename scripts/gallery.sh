#!/usr/bin/env bash
# Draws every study of studies/gallery, and puts all figures on one page: output/gallery/index.html.
#   scripts/gallery.sh path/to/greenwood
set -euo pipefail
greenwood=$(realpath "$1")
cd "$(dirname "$0")/.."
output=output/gallery
mkdir -p "$output"
studies/gallery/generate.sh "$output/data" large

page=$output/index.html
cat > "$page" <<'HTML'
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gallery of figures</title>
<style>
  body { font-family: "Liberation Sans", Arial, sans-serif; max-width: 190mm; margin: 2em auto; padding: 0 1em }
  figure { margin: 2em 0; border-top: 1px solid #ccc; padding-top: 1em }
  figcaption { font-size: 90%; color: #444; margin-top: .6em }
  img { max-width: 100% }
</style>
<h1>Gallery of figures</h1>
HTML
for study in studies/gallery/*.yaml; do
    name=$(basename "$study" .yaml)
    "$greenwood" build "$study" --output "$output/$name"
    for figure in "$output/$name"/figures/*.editable.svg; do
        id=$(basename "$figure" .editable.svg)
        title=$(sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' "$figure" | head -1)
        text=$(sed -n 's/.*<desc[^>]*>\(.*\)<\/desc>.*/\1/p' "$figure" | head -1 | sed 's/"/\&quot;/g')
        printf '<figure><img src="%s/figures/%s.svg" alt="%s"><figcaption>%s (%s.yaml)</figcaption></figure>\n' \
            "$name" "$id" "$text" "$title" "$name" >> "$page"
    done
done
echo "made $output/index.html"
