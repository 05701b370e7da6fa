#!/bin/sh
# Scores the program on annotated documents, where they are present.
#   corpus_score.sh MUBIAO SHARED MIN_DETECT MIN_STRICT FOLDER...
# The folders are those of SHARED/corpus; of their documents those count that are annotated.
# Exit 77 (skipped for CTest) without SHARED or python3.
set -eu
mubiao=$1
shared=$2
detect=$3
strict=$4
shift 4
if [ ! -d "$shared/gold" ] || ! command -v python3 >/dev/null; then
  echo "skipped: no annotated documents at $shared, or no python3"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/docs" "$work/gold" "$work/out"
for folder in "$@"; do
  for text in "$shared/corpus/$folder"/*.txt; do
    gold=$shared/gold/$(basename "$text" .txt).gold.jsonl
    [ -f "$gold" ] || gold=$shared/gold/$folder/$(basename "$gold")
    [ -f "$gold" ] || continue
    cp "$text" "$work/docs"
    cp "$gold" "$work/gold"
  done
done
"$mubiao" extract -q --kinds all --format json -O "$work/out" "$work"/docs/*.txt
python3 "$shared/eval/score.py" --docs "$work/docs" --gold "$work/gold" --pred "$work/out" \
  --min-detect "$detect" --min-strict "$strict"
