# Several documents at a time: the bytes are those of one at a time, and so is what goes wrong.
. "$(dirname "$0")/lib.sh"

# Documents of very different sizes, some that cannot be read, some with warnings.
mkdir plans
i=0
while [ "$i" -lt 60 ]; do
  cat "$samples"/clean.txt "$samples"/departments.txt "$samples"/run-in.txt "$samples"/traditional.txt | head -n $((i * 37 % 190 + 1)) > "plans/$i.txt"
  i=$((i + 1))
done
j=0
while [ "$j" -lt 60 ]; do cat plans/59.txt plans/31.txt; j=$((j + 1)); done > plans/0.txt # the first is the slowest
: > plans/7.txt
printf '%%PDF-1.4\0\0' > plans/23.txt
rm plans/41.txt
printf '\377\376\375\n%s\n' "$target" > plans/50.txt
names=""
i=0
while [ "$i" -lt 60 ]; do names="$names plans/$i.txt"; i=$((i + 1)); done

# alike ARGUMENT...: with -j8 and with -j1 the same result, messages and status.
alike() {
  run "$@" -j1
  cp run/out out.1; cp run/err err.1; cp run/status status.1
  run "$@" -j8
  that cmp -s run/out out.1; that cmp -s run/err err.1; that cmp -s run/status status.1
}
for format in json jsonl csv table; do
  # shellcheck disable=SC2086  # a list of words
  alike extract --kinds all -f $format $names
  exits 4; says "plans/7.txt" "plans/23.txt" "plans/41.txt"; that test "$(wc -c < run/out)" -gt 100000
done
# shellcheck disable=SC2086
alike extract --timeout-per-file 1000 $names
exits 4
# The first failure, in the order of the inputs, ends it.
# shellcheck disable=SC2086
alike extract --fail-fast -f jsonl $names
exits 4; says "plans/7.txt"; writes '"doc":"plans/6.txt"'
that test "$(grep -c 'plans/8.txt' run/out)" -eq 0; that test "$(grep -c 'plans/23.txt' run/err)" -eq 0
# shellcheck disable=SC2086
alike extract --errors json $names
exits 4
# shellcheck disable=SC2086
run extract -j8 -o out.json $names
exits 4; "$mubiao" extract -j1 $names > one.json 2> /dev/null || true; that cmp -s out.json one.json

# A file for each document, and with --fail-fast those of one thread.
# shellcheck disable=SC2086
run extract -j8 -O results $names
exits 4
# shellcheck disable=SC2086
run extract -j1 -O results.1 $names
exits 4; that diff -r results results.1; that test "$(ls results | wc -l)" -eq 57
# shellcheck disable=SC2086
run extract -j8 --fail-fast -O first $names
exits 4; that test "$(ls first | wc -l)" -eq 7

# As many threads as were asked for, and none without need: while one document waits for its writer, all are there.
if [ -d /proc/self/task ]; then
  threads_of() { ls "/proc/$1/task" | wc -l; }
  # waits_with THREADS ARGUMENT...
  waits_with() {
    expected=$1
    shift
    last="$*"
    "$mubiao" "$@" > run/out 2> run/err 9>&- &
    pid=$!
    tries=0
    while [ "$(threads_of $pid)" -lt "$expected" ] && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
    [ "$expected" -gt 1 ] || sleep 0.5
    found=$(threads_of $pid)
    kill "$pid"
    wait "$pid" || true
    echo "$found threads" > run/status
    that test "$found" -eq "$expected"
  }
  mkfifo a.fifo b.fifo c.fifo d.fifo e.fifo
  waits_with 1 extract -j4 a.fifo
  waits_with 1 extract -j1 a.fifo b.fifo c.fifo
  waits_with 4 extract -j4 a.fifo b.fifo c.fifo d.fifo e.fifo
  waits_with 3 extract -j200 a.fifo b.fifo c.fifo
fi

# A younger document does not wait for an older one to be read.
rm -f slow.fifo; mkfifo slow.fifo
"$mubiao" extract -j2 -O apart slow.fifo plans/3.txt > run/out 2> run/err &
pid=$!
tries=0
while [ ! -e apart/3.json ] && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
that test -e apart/3.json; that test ! -e apart/slow.json
echo "$target" > slow.fifo
wait "$pid"
that test -e apart/slow.json

run extract -j0 plans/1.txt
exits 2; says "threads"
run extract -j257 plans/1.txt
exits 2; says "threads"
run extract -j x plans/1.txt
exits 2
run extract -j256 plans/1.txt plans/2.txt
exits 0

# Memory suffices for the small ones.
case $(ldd "$mubiao") in
  *asan* | *tsan*) ;; # reserve terabytes of addresses
  *)
    truncate -s 900M huge.txt
    last="extract huge.txt, with less memory than that"
    status=0
    (ulimit -v 700000; exec "$mubiao" extract -j2 -f csv plans/1.txt huge.txt plans/2.txt) > run/out 2> run/err || status=$?
    echo "$status" > run/status
    exits 4; says "huge.txt: error[E-MEMORY]"; writes "plans/2.txt,"
    ;;
esac

done_with_checks
