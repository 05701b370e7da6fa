# --skip-existing and --resume: what is there is not made again, and after a run that was killed the rest is.
. "$(dirname "$0")/lib.sh"

# is_as_whole DIR: the results are those of one whole run over the same documents.
is_as_whole() {
  rm -rf whole
  "$mubiao" extract -q -O whole plans
  that diff -r -x .mubiao-resume whole "$1"
}
kept() { says "$1 result"; that test "$(grep -c 'kept as they are' run/err)" -eq 1; }

mkdir -p plans/a
for i in 1 2 3 4; do echo "$target" > "plans/a/$i.txt"; done
newline=$(printf 'plans/a/new\nline\\n.txt')
echo "$target" > "$newline"

run extract -O out --resume plans
exits 0; kept 0; is_as_whole out
run extract -O out --resume plans
exits 0; kept 5
run extract -q -O out/ --resume plans
exits 0; says_nothing
run extract -O out/ --resume plans
exits 0; kept 5

# Made again is what changed: a document, a result that is gone or has another size, and nothing else.
touch -d 2001-01-01 out/a/*
echo "到2030年，森林覆盖率达到45%。" >> plans/a/1.txt
rm out/a/2.json
echo x >> out/a/3.json
run extract -O out --resume plans
exits 0; kept 2; is_as_whole out
that test "$(find out/a -type f -newermt 2002-01-01 | sort | tr '\n' ' ')" = "out/a/1.json out/a/2.json out/a/3.json "
# Back to what it was: the last line counts.
echo "$target" > plans/a/1.txt
run extract -O out --resume plans
exits 0; kept 4; is_as_whole out
# A line for each result, and no more.
that test "$(wc -l < out/.mubiao-resume)" -eq 6

# Made again is everything when rules, options or the name of a document change; back again, too.
cat > rules.toml <<'TOML'
[[rules]]
id = "name.first"
kind = "name"
pattern = '''第一条'''
TOML
for options in '--kinds all' '--unit power=GW' '-r rules.toml' ''; do
  # shellcheck disable=SC2086  # words
  run extract -O out --resume $options plans
  exits 0; kept 0
done
printf 'extends = ["std"]\n' > rules.toml
run extract -O out --resume -r rules.toml plans
exits 0; kept 0
printf 'extends = ["std"]\n# the same, otherwise\n' > rules.toml
run extract -O out --resume -r rules.toml plans
exits 0; kept 0
run extract -O out --resume -r rules.toml plans
exits 0; kept 5
run extract -O out --resume ./plans
exits 0; kept 0; that grep -q '"path":"./plans/a/1.txt"' out/a/1.json
run extract -O out -f csv --resume plans
exits 0; kept 0; that test -f out/a/1.csv
run extract -O out -f tsv --resume plans
exits 0; kept 0
run extract -O out -f csv --resume plans
exits 0; kept 5

# Documents that fail are tried again; the status stays 4.
: > plans/bad.txt
run extract -O failing --resume plans
exits 4; kept 0
run extract -O failing --resume plans
exits 4; kept 5; says "plans/bad.txt"; that test "$(wc -l < failing/.mubiao-resume)" -eq 6
rm plans/bad.txt

# A last line that was cut off, and a file of this name that is another.
run extract -O torn --resume plans
head -c -20 torn/.mubiao-resume > cut && cp cut torn/.mubiao-resume
run extract -O torn --resume plans
exits 0; kept 4; that test "$(wc -l < torn/.mubiao-resume)" -eq 6
printf 'mubiao-res' > torn/.mubiao-resume
run extract -O torn --resume plans
exits 0; kept 0
run extract -O torn --resume plans
exits 0; kept 5
echo "something else" > torn/.mubiao-resume
run extract -O torn --resume plans
exits 5; says "torn/.mubiao-resume" "remove it"; that test "$(cat torn/.mubiao-resume)" = "something else"

# Killed in the middle, again and again: what is there is whole, what was done is not done again, and the end is that of
# one run.
mkdir batch
i=0
while [ "$i" -lt 300 ]; do
  { echo "$target"; j=0; while [ "$j" -lt 40 ]; do echo "到2030年，第$i项指标达到$j%。"; j=$((j + 1)); done; } > "batch/$i.txt"
  i=$((i + 1))
done
"$mubiao" extract -q -O batch-whole batch
last="extract --resume, killed"
kills=0
for wanted in 20 100 200; do
  "$mubiao" extract -O batch-out --resume batch > run/out 2> run/err &
  pid=$!
  tries=0
  while [ "$(find batch-out -name '*.json' 2> /dev/null | wc -l)" -lt "$wanted" ] && [ "$tries" -lt 1000 ]; do
    sleep 0.005
    tries=$((tries + 1))
  done
  kill -KILL "$pid" 2> /dev/null && kills=$((kills + 1))
  wait "$pid" 2> /dev/null || true
  for file in batch-out/*.json; do that cmp -s "$file" "batch-whole/${file#batch-out/}"; done
done
that test "$kills" -ge 1
there=$(find batch-out -name '*.json' | wc -l)
told=$(grep -c ' [0-9]*\.json$' batch-out/.mubiao-resume || true)
touch -d 2001-01-01 batch-out/*.json
run extract -O batch-out --resume batch
exits 0; kept "$told"
# At most the one that was being put in place is not in the list.
that test $((there - told)) -le 5
that test "$(find batch-out -name '*.json' -newermt 2002-01-01 | wc -l)" -eq $((300 - told))
rm -f batch-out/*.json.?????? # what a kill leaves behind has such a name
that diff -r -x .mubiao-resume batch-whole batch-out

# --skip-existing only looks whether the result is there.
mkdir skip
echo old > skip/1.json
run extract -O skip --skip-existing plans/a
exits 0; kept 1; that test "$(cat skip/1.json)" = old; that test -s skip/2.json; that test ! -e skip/.mubiao-resume
run extract -O skip --skip-existing plans/a plans/missing.txt
exits 4; kept 5
: > plans/a/1.txt # not even read
run extract -O skip --skip-existing plans/a
exits 0; kept 5

run extract -O skip --skip-existing --resume plans
exits 2
for option in --skip-existing --resume; do
  run extract "$option" plans
  exits 2; says "$option only goes with --out-dir"
done

done_with_checks
