#!/bin/sh
# readme_test.sh MUBIAO: what README.md shows is what there is: every line of a text block stands in a sample,
# and every command of a console block ("$ …") prints what stands below it.
set -eu
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sed -n '/^```text$/,/^```$/{/^```/!p}' README.md > "$work/quoted"
sed -n '/^```console$/,/^```$/{/^```/!p}' README.md > "$work/console"
test -s "$work/quoted" && test -s "$work/console"

cat samples/*.txt > "$work/samples"
if grep -vxFf "$work/samples" "$work/quoted"; then
  echo "README.md quotes lines that are in no sample"
  exit 1
fi

grep '^\$ ' "$work/console" | while IFS= read -r line; do
  printf '%s\n' "$line"
  sh -c "${line#\$ }"
done > "$work/printed"
diff "$work/console" "$work/printed"
