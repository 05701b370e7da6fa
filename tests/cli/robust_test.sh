# Inputs and outputs that fail in all the ways they can, while other documents are done: each is a message and a status,
# the others are whole, and nothing is left behind.
. "$(dirname "$0")/lib.sh"
echo "$target" > a.txt
cp a.txt b.txt

# within SECONDS ARGUMENT...: as run, and it ends by itself in that time.
within() {
  limit=$1
  shift
  last="$*"
  status=0
  timeout "$limit" "$mubiao" "$@" > run/out 2> run/err || status=$?
  echo "$status" > run/status
  [ "$status" -ne 124 ] || fail "it had not ended after $limit seconds"
}
# ended_by SIGNAL: ends the process $pid, and keeps its status.
ended_by() {
  kill -s "$1" "$pid"
  status=0
  wait "$pid" || status=$?
  echo "$status" > run/status
}
# starts ARGUMENT...: in the background, as $pid. A shell has that ignore SIGINT; env undoes it.
starts() {
  last="$*"
  env --default-signal=INT "$mubiao" "$@" > run/out 2> run/err &
  pid=$!
}
# until CONDITION...: waits for that.
until_so() {
  tries=0
  while ! "$@" && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
  that "$@"
}
holds() { [ "$(find "$1" -type f | wc -l)" -eq "$2" ]; }

# Inputs that are not there, or are no files.
ln -s loop2 loop1; ln -s loop1 loop2
mkdir directory
for threads in 1 4; do
  within 20 extract -j$threads -f jsonl a.txt gone.txt loop1 directory a.txt/b b.txt
  exits 4; says "gone.txt: error[E-READ]: No such file" "loop1: error[E-READ]: Too many levels" "directory: error[E-READ]"
  says "a.txt/b: error[E-READ]: Not a directory"
  that test "$(wc -l < run/out)" -eq 2
done
cp a.txt secret.txt; chmod 0 secret.txt
if [ "$(id -u)" -ne 0 ]; then
  within 20 extract -j2 -f jsonl a.txt secret.txt b.txt
  exits 4; says "secret.txt: error[E-READ]: Permission denied"; that test "$(wc -l < run/out)" -eq 2
elif command -v setpriv > /dev/null; then
  chmod 755 "$work" # whoever it is must get here
  last="extract a.txt secret.txt b.txt, as nobody"
  status=0
  setpriv --reuid=65534 --clear-groups "$mubiao" extract -j2 -f jsonl a.txt secret.txt b.txt > run/out 2> run/err || status=$?
  echo "$status" > run/status
  exits 4; says "secret.txt: error[E-READ]: Permission denied"; that test "$(wc -l < run/out)" -eq 2
fi

# A file that vanishes between the plan and its turn: the first document waits until it is gone.
mkfifo first.fifo; cp a.txt vanishing.txt
starts extract -j1 -f jsonl first.fifo vanishing.txt b.txt
exec 9> first.fifo # open when it reads
rm vanishing.txt
cat a.txt >&9; exec 9>&-
status=0; wait "$pid" || status=$?; echo "$status" > run/status
exits 4; says "vanishing.txt: error[E-READ]: No such file"; that test "$(wc -l < run/out)" -eq 2

# Files without end.
mkfifo silent.fifo held.fifo
within 20 extract --max-bytes 100K -j2 -f jsonl a.txt /dev/zero b.txt
exits 4; says "/dev/zero: error[E-SIZE]: larger than"; that test "$(wc -l < run/out)" -eq 2
within 20 extract --timeout-per-file 0.3 -j1 -f jsonl a.txt silent.fifo b.txt
exits 4; says "silent.fifo: error[E-TIME]" "--timeout-per-file"; that test "$(wc -l < run/out)" -eq 2
(echo "$target"; sleep 20) > held.fifo & # writes, and does not close
holder=$!
within 20 extract --timeout-per-file 0.3 -j3 -f jsonl silent.fifo a.txt held.fifo b.txt
exits 4; says "silent.fifo: error[E-TIME]" "held.fifo: error[E-TIME]"; that test "$(wc -l < run/out)" -eq 2
within 20 extract --timeout-per-file 0.3 -j3 -O timed silent.fifo a.txt b.txt
exits 4; only_files timed a.json b.json
kill "$holder"
within 20 extract --timeout-per-file 0.3 --fail-fast -j3 -f jsonl a.txt silent.fifo b.txt
exits 4; that test "$(wc -l < run/out)" -eq 1
(sleep 0.2; cat a.txt) > silent.fifo & # a writer that is late is no failure
within 20 extract --timeout-per-file 10 silent.fifo
exits 0; writes '"value":150,'; says_nothing
run extract --timeout-per-file -1 a.txt
exits 2
run extract --timeout-per-file soon a.txt
exits 2
run extract --timeout-per-file 0 a.txt
exits 0

# A document that takes too long once it is read: nothing of it is written, and others are.
i=0
while [ "$i" -lt 4000 ]; do echo "$target"; i=$((i + 1)); done > many.txt
i=0
while [ "$i" -lt 20 ]; do cat many.txt; i=$((i + 1)); done > large.txt
for format in json jsonl; do
  within 60 extract --timeout-per-file 0.05 -j2 -f $format --errors json large.txt a.txt
  exits 4; says '"code":"E-TIME"' '"file":"large.txt"'
  that test "$(grep -c large.txt run/out)" -eq 0; that test "$(grep -c a.txt run/out)" -eq 1
done

# Names are any bytes but / and NUL.
newline=$(printf 'new\nline.txt'); broken=$(printf 'br\377ken.txt')
cp a.txt "$newline"; cp a.txt "$broken"; cp a.txt ./-dash.txt
run extract -j2 -f jsonl "$newline" "$broken" ./-dash.txt
exits 0; that test "$(wc -l < run/out)" -eq 3; writes '"doc":"new\nline.txt"' '"doc":"br\\xFFken.txt"' '"doc":"./-dash.txt"'
run extract -f csv -- "$newline" -dash.txt
exits 0; writes '-dash.txt,1,target'
run extract -j2 -O named "$newline" "$broken"
exits 0; that test -f "named/$(printf 'new\nline.json')"; that test -f "named/$(printf 'br\377ken.json')"
run extract -f jsonl "$(printf 'no\nsuch')" "$(printf 'n\377ne')" "$(printf 'no\033[31m')"
exits 4; that test "$(wc -l < run/err)" -eq 3; that test -z "$(tr -cd '\033' < run/err)"
run extract --errors json "$(printf 'no\nsuch')" "$(printf 'n\377ne')"
exits 4; says '"file":"no\nsuch"' '"file":"n\\xFFne"'; that test "$(wc -l < run/err)" -eq 2

# The reader leaves: quietly done, and soon, also while other threads wait for documents that never come.
for threads in 1 2 8; do
  last="extract -j$threads many.txt... | head -n 1"
  { status=0; timeout 20 "$mubiao" extract -e -j$threads -f jsonl many.txt many.txt many.txt many.txt many.txt many.txt 2> run/err || status=$?
    echo "$status" > run/status; } | head -n 1 > run/out
  exits 0; says_nothing; writes '"value":150,'
done
last="extract -j4 many.txt silent.fifo | head -n 1"
{ status=0; timeout 20 "$mubiao" extract -j4 -f jsonl large.txt silent.fifo a.txt 2> run/err || status=$?
  echo "$status" > run/status; } | head -n 1 > run/out
exits 0; says_nothing

# Ended by a signal with many threads at work: no temporary file stays, what is finished does.
seq -f '%.0f.fifo' 1 120 | xargs mkfifo
i=0
while [ "$i" -lt 4 ]; do cat many.txt; i=$((i + 1)); done > longer.txt
mkdir longer
for i in $(seq 1 120); do ln longer.txt "longer/$i.txt"; done
has_results() { [ "$(find out -type f -name '*.json' | wc -l)" -eq "$1" ]; }
more_unfinished_than() { [ "$(find out -type f ! -name '*.json' | wc -l)" -gt "$1" ]; }
for case in INT:130 TERM:143 HUP:129; do
  # While documents are waited for.
  for threads in 1 4 120; do
    rm -rf out; mkdir out
    # shellcheck disable=SC2046  # a list of words
    starts extract -j$threads -O out a.txt b.txt $(seq -f '%.0f.fifo' 1 120)
    until_so has_results 2
    ended_by "${case%:*}"
    exits "${case#*:}"; only_files out a.json b.json
  done
  # While they are read, and each has a result that is not whole.
  rm -rf out; mkdir out
  starts extract -j120 -O out a.txt b.txt longer/*.txt
  until_so more_unfinished_than 64
  ended_by "${case%:*}"
  exits "${case#*:}"; that test -z "$(find out -type f ! -name "*.json")"
done
# In the middle of making files, thirty times: nothing but whole results.
mkdir many
i=0
while [ "$i" -lt 400 ]; do cp a.txt "many/$i.txt"; i=$((i + 1)); done
i=0
while [ "$i" -lt 30 ]; do
  rm -rf out
  starts extract -j16 -O out many/*.txt
  sleep 0.0$((i % 10))
  kill -s TERM "$pid" 2> /dev/null || true
  wait "$pid" || true
  checks=$((checks + 1))
  [ ! -d out ] || [ -z "$(find out -type f ! -name '*.json')" ] || fail "left: $(find out -type f ! -name '*.json')"
  i=$((i + 1))
done
[ ! -d out ] || for result in out/*.json; do
  [ ! -e "$result" ] || tail -c 2 "$result" | grep -q '}' || fail "$result is not whole"
done

# A disk that is full, and a file that may not grow.
mkdir disk
if mount -t tmpfs -o size=64k tmpfs disk 2> /dev/null; then
  trap 'umount "$work/disk"; rm -rf "$work"' EXIT
  run extract -j4 -f jsonl -o disk/out.jsonl many.txt many.txt
  exits 5; says "disk/out.jsonl: error[E-WRITE]: No space left on device"; that test -z "$(ls disk)"
  run extract -j4 -f jsonl -O disk a.txt many.txt b.txt
  exits 5; says "disk/many.jsonl: error[E-WRITE]: No space left on device"; only_files disk a.jsonl b.jsonl
  rm -f disk/*
else
  echo "skipped: a small disk cannot be mounted here"
fi
if [ -w /dev/full ]; then
  run extract -j4 -f jsonl -o /dev/full many.txt many.txt many.txt
  exits 5; says "No space left on device"
fi
last="extract -O small, with ulimit -f 8"
status=0
(ulimit -f 8; exec "$mubiao" extract -j2 -f jsonl -O small a.txt many.txt b.txt) > run/out 2> run/err || status=$?
echo "$status" > run/status
exits 5; says "small/many.jsonl: error[E-WRITE]: File too large"; only_files small a.jsonl b.jsonl

# Messages as objects, from the first argument on.
run --errors json extract gone.txt
exits 4; says '{"severity":"error","code":"E-READ","message":"No such file or directory","help":null,"file":"gone.txt","line":null,"column":null'
run extract --errors json --formt csv
exits 2; says '{"severity":"error"' "unknown option '--formt'" '"help":"did you mean'
run extract --errors=json --kinds nothing a.txt
exits 2; says '{"severity":"error"'
run extract --errors xml a.txt
exits 2; says "'xml' is not known"
run normalize --errors json gone.txt
exits 4; says '{"severity":"error"'
printf 'x = \n' > bad.toml
run extract --errors json -r bad.toml a.txt
exits 3; says '{"severity":"error","code":"' '"file":"bad.toml","line":1,'
run --errors json eval gone
that grep -q '^{"severity":"error"' run/err

done_with_checks
