#!/bin/sh
# Installs what is missing, builds mubiao into build/release, and shows the targets of the samples.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

sh "$root/tests/install.sh" bsdextrautils
{
  cmake -S "$root" -B "$root/build/release" -G Ninja -DCMAKE_BUILD_TYPE=Release
  cmake --build "$root/build/release" --target mubiao-program --parallel "$(nproc)"
} >&2

# Columns of CSV (quoted fields may hold commas and line breaks), separated by tabs.
select_columns='
  function end_field() { row[++n] = field; field = "" }
  function end_row() {
    end_field()
    if (NR_OUT++ == 0) for (i = 1; i <= n; i++) at[row[i]] = i
    count = split(columns, wanted, ",")
    for (i = 1; i <= count; i++) {
      value = row[at[wanted[i]]]
      printf "%s%s", (value == "" ? "-" : value), (i < count ? "\t" : "\n")
    }
    n = 0
  }
  {
    for (i = 1; i <= length($0); i++) {
      c = substr($0, i, 1)
      if (c == "\"") quoted = !quoted
      else if (c == "," && !quoted) end_field()
      else field = field (c == "\t" ? " " : c)
    }
    if (!quoted) end_row()
  }'

cd "$root/samples"
csv=$(mktemp)
trap 'rm -f "$csv"' EXIT
"$root/build/release/bin/mubiao" extract --format csv --output "$csv" *.txt *.docx *.pdf
LC_ALL=C.UTF-8 awk -v columns=doc,indicator,change,bound,value,value_high,unit,year,baseline_year,line "$select_columns" "$csv" |
  LC_ALL=C.UTF-8 column -t -s "$(printf '\t')"
