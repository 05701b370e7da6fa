#!/bin/sh
# Reads published PDFs, where they are present, and compares with annotations of their text, and with that text.
#   corpus_pdf.sh MUBIAO SHARED
# Exit 77 (skipped for CTest) without SHARED or pdftotext.
set -eu
mubiao=$1
shared=$2
raw=$shared/corpus/raw
if [ ! -d "$raw" ] || ! command -v pdftotext > /dev/null; then
  echo "skipped: no published documents at $shared, or no pdftotext"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

found=0
for pdf in "$raw"/03-*.pdf "$raw"/04-*.pdf "$raw"/36-*.pdf; do
  [ -f "$pdf" ] || continue
  found=$((found + 1))
  # An annotation whose context has a page mark in it is not found again: it is reported, and does not count.
  "$mubiao" eval "$pdf" --gold "$shared/gold" --min-detect 0.97 > "$work/report" 2> "$work/problems" || {
    [ -s "$work/problems" ] && grep -q '^ALL' "$work/report" || exit 1
  }
  awk '$1 == "ALL" { split($4, detect, "/"); print; good = detect[3] >= 0.97 } END { exit !good }' "$work/report"
done
[ "$found" -gt 0 ] || { echo "skipped: none of the documents is there"; exit 77; }

# In reading order, page by page, it is the text that pdftotext gives; a page with a table as -layout has it.
for pdf in "$raw"/*.pdf; do
  "$mubiao" normalize -q --raw "$pdf" > "$work/read"
  pdftotext -enc UTF-8 "$pdf" "$work/reading"
  pdftotext -layout -enc UTF-8 "$pdf" "$work/layout"
  python3 - "$work" << 'PYTHON'
import sys
pages = {name: open(f"{sys.argv[1]}/{name}", encoding="utf-8", newline="").read().split("\f")
         for name in ("read", "reading", "layout")}
assert len(pages["read"]) == len(pages["reading"]), "other pages"
for number, page in enumerate(pages["read"]):
    assert page in (pages["reading"][number], pages["layout"][number]), f"page {number + 1} is neither"
PYTHON
done
