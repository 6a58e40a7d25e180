#!/usr/bin/env bash
# Fuzzes the readers, each for some seconds, guided by the parts of the program that an input reaches:
#   scripts/fuzz.sh [SECONDS] [READER…]
# A crash, a hang of ten seconds or two gigabytes of memory ends it; the input is then in .build-fuzz/found. Put it into
# Fuzzing/Corpus/READER under a name that says what it is, and the ordinary tests read it from then on.
set -euo pipefail
seconds=${1:-60}
shift $(($# > 0 ? 1 : 0))
cd "$(dirname "$0")/.."
readers=${*:-study data expression template results archive manuscript}
scratch=$PWD/.build-fuzz
found=$scratch/found
mkdir -p "$found"
swift build --package-path Fuzzing --scratch-path "$scratch" -c release --sanitize fuzzer
program=$(swift build --package-path Fuzzing --scratch-path "$scratch" -c release --sanitize fuzzer --show-bin-path)/fuzz
for reader in $readers; do
    # What grows from the corpus stays in the build folder; the corpus that is kept is small.
    grown=$scratch/corpus/$reader
    mkdir -p "$grown"
    case $reader in
        study) find studies -name '*.yaml' -size -40k -exec cp {} "$grown" \; ;;
        template) cp templates/*.md templates/zh/*.md "$grown" ;;
        data) for file in studies/*/data/*.csv; do head -20 "$file" > "$grown/$(echo "$file" | tr / -)"; done ;;
        manuscript) for file in output/*/manuscript.md; do { printf 'x'; head -c 6000 "$file"; } > "$grown/$(echo "$file" | tr / -)"; done ;;
    esac
    echo "fuzzing $reader for $seconds seconds"
    dictionary=Fuzzing/Dictionaries/$reader.txt
    GREENWOOD_READER=$reader nice "$program" "$grown" "Fuzzing/Corpus/$reader" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 -seed=1 -print_final_stats=1 \
        ${dictionary:+$([ -f "$dictionary" ] && echo "-dict=$dictionary")} \
        -artifact_prefix="$found/$reader-" > "$scratch/$reader.log" 2>&1 || {
        tail -30 "$scratch/$reader.log"
        echo "$reader: a fault; its input is in $found" >&2
        exit 1
    }
    grep -E 'number_of_executed_units|new_units_added' "$scratch/$reader.log"
done
