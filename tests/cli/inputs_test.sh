# What extract reads: directories, patterns, lists of paths, names of any bytes; and where results go.
. "$(dirname "$0")/lib.sh"

# doc FILE...: documents with one target.
doc() {
  for file in "$@"; do mkdir -p "$(dirname "$file")"; echo "$target" > "$file"; done
}
# reads PATH...: these documents, in this order.
reads() {
  checks=$((checks + 1))
  sed -n 's/^{"doc":"\([^"]*\)".*/\1/p' run/out > run/docs
  printf '%s\n' "$@" > run/wanted
  cmp -s run/wanted run/docs || fail "read were: $(tr '\n' ' ' < run/docs)"
}

# Directories: known endings, in the order of bytes, nothing hidden, nothing but regular files.
doc plans/b.txt plans/B.TXT plans/a/z.md plans/a/y.text plans/a.txt plans/c.log plans/.hidden.txt plans/.git/d.txt \
  "plans/一.txt"
mkfifo plans/fifo.txt
run extract -f jsonl plans
exits 0; says_nothing
reads plans/B.TXT plans/a/y.text plans/a/z.md plans/a.txt plans/b.txt plans/一.txt
run extract -f jsonl plans/ plans/.hidden.txt plans/a
exits 0; reads plans/B.TXT plans/a/y.text plans/a/z.md plans/a.txt plans/b.txt plans/一.txt \
  plans/.hidden.txt plans/a/y.text plans/a/z.md

# Patterns: include stands for the known endings, exclude is stronger, and neither is for what is named.
run extract -f jsonl --include '*.log' plans
exits 0; reads plans/c.log
run extract -f jsonl --include '*.log' --include 'a/*.md' plans plans/b.txt
exits 0; reads plans/a/z.md plans/c.log plans/b.txt
run extract -f jsonl --exclude '[bB].*' --exclude a plans plans/b.txt
exits 0; reads plans/a.txt plans/一.txt plans/b.txt
run extract -f jsonl --exclude '**/*.text' --exclude '/*.txt' --exclude '*.TXT' plans
exits 0; reads plans/a/z.md
run extract -f jsonl --exclude 'a/' plans
exits 0; reads plans/B.TXT plans/a.txt plans/b.txt plans/一.txt

# Nothing to read is not passed over.
mkdir empty
run extract -f jsonl empty plans/a.txt
exits 4; says "empty" "no documents in this directory" "*.txt"; reads plans/a.txt
run extract -f jsonl --include '*.none' plans
exits 4; says "what --include and --exclude leave"

# Links: to files they are followed, to directories once, never in a circle; one to nowhere is an input that fails.
doc tree/one/a.txt elsewhere/l.txt
ln -s .. tree/one/up
ln -s . tree/self
ln -s ../elsewhere tree/other
ln -s ../../elsewhere/l.txt tree/one/link.txt
run extract -f jsonl tree
exits 0; says_nothing; reads tree/one/a.txt tree/one/link.txt tree/other/l.txt
ln -s nowhere tree/dead.txt
ln -s nowhere tree/dead
run extract -f jsonl tree
exits 4; says "tree/dead.txt"; that test "$(grep -c error run/err)" -eq 1; that test "$(wc -l < run/docs)" -eq 3
rm tree/dead.txt
if [ "$(id -u)" -ne 0 ]; then
  mkdir tree/closed
  chmod 000 tree/closed
  run extract -f jsonl tree
  exits 4; says "tree/closed" "Permission denied"; that test "$(wc -l < run/docs)" -eq 3
  chmod 700 tree/closed
fi

# Lists of paths, beside those on the command line and after them.
printf 'plans/b.txt\n\nplans/a\n' > list
run extract -f jsonl --files-from list plans/a.txt
exits 0; reads plans/a.txt plans/b.txt plans/a/y.text plans/a/z.md
run extract -f jsonl --files-from - < list
exits 0; reads plans/b.txt plans/a/y.text plans/a/z.md
printf 'plans/b.txt\0plans/a.txt' > zeros
run extract -f jsonl -0 --files-from zeros
exits 0; reads plans/b.txt plans/a.txt
run extract -f jsonl --files-from missing plans/a.txt
exits 4; says "missing" "No such file"; reads plans/a.txt
printf 'plans/a.txt\nno/such.txt\n' > list
run extract -f jsonl --files-from list
exits 4; says "no/such.txt"; reads plans/a.txt
: > none
run extract -f jsonl --files-from none
exits 0; says "warning" "none" "nothing to do"; writes_nothing
head -c 100000 /dev/zero | tr '\0' x > long
run extract -f jsonl --files-from long
exits 4; says "long:1" "no path is as long"
run extract --files-from - - < list
exits 2; says "named twice"
run extract -0 plans/a.txt
exits 2; says "--null only goes with --files-from"
doc ./-
echo - > list
run extract -f jsonl --files-from list
exits 0; reads ./-

# Names are any bytes: whole in what is read, valid UTF-8 in what is written, harmless in what is said.
newline=$(printf 'odd/new\nline.txt')
bytes=$(printf 'odd/not\377utf8\033[31m.txt')
doc "$newline" "$bytes"
for format in json jsonl csv tsv excel; do
  run extract -f "$format" odd
  exits 0; says_nothing; that iconv -f UTF-8 -t UTF-8 run/out -o run/utf8
done
run extract -f jsonl odd
reads 'odd/new\nline.txt' 'odd/not\\xFFutf8\u001B[31m.txt'
find odd -name '*.txt' -print0 | sort -z > zeros
run extract -f jsonl -0 --files-from zeros
exits 0; reads 'odd/new\nline.txt' 'odd/not\\xFFutf8\u001B[31m.txt'
run extract -O odd-out odd
exits 0; that test -f "$(printf 'odd-out/new\nline.json')"; that test -f "$(printf 'odd-out/not\377utf8\033[31m.json')"
: > "$bytes"
: > "$newline"
run extract odd
exits 4; that test "$(grep -c E-EMPTY run/err)" -eq 2; that test "$(grep -c "$(printf '\033')" run/err)" -eq 0
that test "$(wc -l < run/err)" -eq 2

# Where results go: paths below a named directory and in a list are kept, a file that is named is its name.
run extract -O results plans plans/.hidden.txt -f csv --exclude 'B.TXT'
exits 0; only_files results b.csv a/z.csv a/y.csv a.csv 一.csv .hidden.csv
printf 'plans/a/z.md\n./plans//b.txt\nplans/a/../a.txt\n%s/plans/c.log\n' "$PWD" > list
run extract -O listed --files-from list
exits 0; only_files listed plans/a/z.json plans/b.json plans/a.json "${PWD#/}/plans/c.json"
doc up.txt
mkdir below
echo ../up.txt > below/list
last="extract in below"
status=0; (cd below; "$mubiao" extract -O out --files-from list) > run/out 2> run/err || status=$?; echo "$status" > run/status
exits 2; says "outside of out"; that test ! -e below/out
run extract -O below/out below/../up.txt
exits 0; only_files below/out up.json

# Clashes, all of them, before any work.
doc p/x.txt q/x.txt p/y.txt q/y.md
run extract -O clash p q
exits 2; says "p/x.txt and q/x.txt" "p/y.txt and q/y.md" "clash/y.json"; that test ! -e clash
doc r/d.json/a.txt r/d.txt
run extract -O clash r
exits 2; says "one is a directory of the other"; that test ! -e clash
run extract -O clash --files-from list plans/b.txt plans
exits 2

# The directory of results may lie in what is walked: its files are no documents, nor is an input overwritten.
doc inside/a.txt
for turn in 1 2; do
  run extract -O inside/out --include '*' inside
  exits 0; only_files inside a.txt out/a.json
done
run extract -O inside inside
exits 0; only_files inside a.txt a.json out/a.json
run extract -O inside --include '*' --exclude out inside
exits 2; says "inside/a.json"
ln -s ../inside/a.txt below/a.json
run extract -O below inside/a.txt
exits 2; says "inside/a.txt would be overwritten"
run extract -o inside/a.txt inside
exits 2; says "inside/a.txt would be overwritten"

# 100,000 files in one directory, in order. Their content does not matter.
mkdir many
(cd many; seq 1 100000 | sed 's/$/.txt/' | xargs touch)
run extract -q -f jsonl many
exits 4; that test "$(wc -l < run/err)" -eq 100000
that test "$(head -n 2 run/err | cut -d: -f1 | tr '\n' ' ')" = "many/1.txt many/10.txt "

done_with_checks
