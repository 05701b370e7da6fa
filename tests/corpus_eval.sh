#!/bin/sh
# The figures of `mubiao eval` are those of an independent program, on whatever annotations.
#   corpus_eval.sh MUBIAO SHARED
# Exit 77 (skipped for CTest) without SHARED or python3.
set -eu
if [ ! -d "$2/gold" ] || ! command -v python3 > /dev/null; then
  echo "skipped: no annotated documents at $2, or no python3"
  exit 77
fi
exec python3 "$(dirname "$0")/corpus_eval.py" "$1" "$2" "$(dirname "$0")/../rules"
