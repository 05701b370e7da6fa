#!/bin/sh
# compare.sh BUILD: one run that times mubiao and others on the same text and prints ratios: the stages and
# plain RE2 inside one program, then whole programs (mubiao, and rg if it is there), then a cold start.
set -eu
build=$(cd "${1:?usage: compare.sh BUILD_DIRECTORY}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pattern='([0-9]+(\.[0-9]+)?)(百|千|万|亿)*(千瓦时|千瓦|吨标准煤|吨|平方米|公里|个百分点|%|亩|家|个)'
megabytes=32

"$build/tests/bench/mubiao_bench" --benchmark_format=csv 2> /dev/null > "$work/stages.csv"
awk -F, '
  /^"?name/ { for (i = 1; i <= NF; i++) column[$i] = i; next }
  /^"/ { gsub(/"/, "", $1); speed[$1] = $column["bytes_per_second"] / 1e6; order[++n] = $1; time[$1] = $column["real_time"] }
  END {
    printf "%-20s %10s %12s\n", "stage", "MB/s", "of plain RE2"
    for (i = 1; i <= n; i++) {
      if (speed[order[i]] > 0) printf "%-20s %10.1f %12.2f\n", order[i], speed[order[i]], speed[order[i]] / speed["plain_re2"]
      else printf "%-20s %10.1f ms\n", order[i], time[order[i]]
    }
  }' "$work/stages.csv"

# best COMMAND...: seconds of the fastest of five runs.
best() {
  for _ in 1 2 3 4 5; do
    begin=$(date +%s%N)
    "$@" > /dev/null
    end=$(date +%s%N)
    echo $((end - begin))
  done | sort -n | head -n 1 | awk '{ print $1 / 1e9 }'
}

"$build/tests/bench/mubiao_bench_text" $((megabytes * 1000000)) > "$work/plan.txt"
size=$(wc -c < "$work/plan.txt")
mubiao=$(best "$build/bin/mubiao" extract -q "$work/plan.txt")
echo
awk -v s="$mubiao" -v b="$size" 'BEGIN { printf "mubiao extract, %.0f MB    %8.1f MB/s\n", b / 1e6, b / 1e6 / s }'
if command -v rg > /dev/null; then
  rg=$(best rg -j1 -o "$pattern" "$work/plan.txt")
  awk -v s="$rg" -v m="$mubiao" -v b="$size" 'BEGIN { printf "rg -j1 -o, the same file  %8.1f MB/s, %.1f times as fast\n", b / 1e6 / s, m / s }'
else
  echo "rg is not installed: not compared"
fi

# The cut may split a character; iconv drops it, and says so with its status.
head -c 50000 "$work/plan.txt" | iconv -c -f UTF-8 -t UTF-8 > "$work/one.txt" 2> /dev/null || true
cold=$(best "$build/bin/mubiao" extract -q "$work/one.txt")
start=$(best "$build/bin/mubiao" version)
awk -v c="$cold" -v s="$start" 'BEGIN { printf "one document of 50 KB, from a cold start %.1f ms; of that rules %.1f ms\n", c * 1e3, s * 1e3 }'
