#!/bin/sh
# Scores the program on the three annotated documents that were there first, which must be nearly right.
#   corpus_seeds_score.sh MUBIAO SHARED [MIN_DETECT MIN_STRICT]
# Exit 77 (skipped for CTest) without SHARED or python3.
set -eu
mubiao=$1
shared=$2
if [ ! -d "$shared/gold" ] || ! command -v python3 > /dev/null; then
  echo "skipped: no annotated documents at $shared, or no python3"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/gold" "$work/out"
for text in "$shared"/corpus/seeds/*.txt; do
  name=$(basename "$text" .txt)
  [ ! -f "$shared/gold/$name.gold.jsonl" ] || cp "$shared/gold/$name.gold.jsonl" "$work/gold"
done
"$mubiao" extract -q --kinds all --format json -O "$work/out" "$shared"/corpus/seeds/*.txt
python3 "$shared/eval/score.py" --docs "$shared/corpus/seeds" --gold "$work/gold" --pred "$work/out" \
  ${3:+--min-detect "$3"} ${4:+--min-strict "$4"}
