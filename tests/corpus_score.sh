#!/bin/sh
# Scores the program on annotated documents, where they are present.
#   corpus_score.sh MUBIAO SHARED [MIN_DETECT MIN_STRICT]
# Exit 77 (skipped for CTest) without SHARED or python3.
set -eu
mubiao=$1
shared=$2
if [ ! -d "$shared/gold" ] || ! command -v python3 >/dev/null; then
  echo "skipped: no annotated documents at $shared, or no python3"
  exit 77
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$mubiao" extract -q --kinds all --format json -O "$out" "$shared"/corpus/seeds/*.txt "$shared"/corpus/dev/*.txt
python3 "$shared/eval/score.py" --docs "$shared/corpus/seeds" "$shared/corpus/dev" --gold "$shared/gold" --pred "$out" \
  ${3:+--min-detect "$3"} ${4:+--min-strict "$4"}
