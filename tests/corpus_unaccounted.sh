#!/bin/sh
# Every number of the annotated documents is in a record or falls under a rule that says why not.
#   corpus_unaccounted.sh MUBIAO SHARED
# Exit 77 (skipped for CTest) without SHARED.
set -eu
mubiao=$1
shared=$2
if [ ! -d "$shared/gold" ]; then
  echo "skipped: no annotated documents at $shared"
  exit 77
fi
left=0
checked=0
for gold in "$shared"/gold/*.gold.jsonl; do
  name=$(basename "$gold" .gold.jsonl)
  for text in "$shared"/corpus/seeds/"$name".txt "$shared"/corpus/dev/"$name".txt; do
    [ -f "$text" ] || continue
    checked=$((checked + 1))
    "$mubiao" explain -q --unaccounted "$text" || left=$((left + 1))
  done
done
echo "$checked documents, $left with numbers that no rule accounts for"
[ "$checked" -gt 0 ] && [ "$left" -eq 0 ]
