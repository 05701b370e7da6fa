#!/bin/sh
# golden_test.sh MUBIAO: extracts every sample and compares with tests/golden/NAME.json and NAME.csv.
# UPDATE_GOLDEN=1 rewrites them; the difference is then read in review.
set -eu
mubiao=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
golden=$root/tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root/samples"
for format in json csv; do
  "$mubiao" extract --kinds all --format "$format" -O "$work" -- *.txt *.html *.docx *.pdf
done
# A new version of program or rules is no difference by itself.
sed -i '1s/"version":"[^"]*","rules":"[^"]*"/"version":"","rules":""/' "$work"/*.json
sed -i '1s/,rules$//; s/,plan@[^,]*$//' "$work"/*.csv

if [ "${UPDATE_GOLDEN:-}" = 1 ]; then
  mkdir -p "$golden"
  rm -f "$golden"/*.json "$golden"/*.csv
  cp "$work"/* "$golden"
fi

ls "$work" > "$work.names"
trap 'rm -rf "$work" "$work.names"' EXIT
if ! ls "$golden" 2> /dev/null | diff - "$work.names"; then
  echo "tests/golden (<) and the samples (>) do not go together: UPDATE_GOLDEN=1 sh tests/golden_test.sh MUBIAO"
  exit 1
fi
diff -r "$golden" "$work"
