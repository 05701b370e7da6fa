# Outputs that cannot be written, readers that go away, and runs that are ended.
. "$(dirname "$0")/lib.sh"
echo "$target" > a.txt

run extract -o no/such/directory/out.json a.txt
exits 5; says "no/such/directory/out.json"
run extract -O a.txt/out a.txt
exits 5; says "a.txt/out"
mkdir taken; mkdir taken/a.json
cp a.txt b.txt
run extract -O taken a.txt b.txt
exits 5; says "taken/a.json"; only_files taken b.json
if [ -w /dev/full ]; then
  last="extract > /dev/full"
  status=0; "$mubiao" extract a.txt > /dev/full 2> run/err || status=$?; echo "$status" > run/status
  exits 5; says "No space left on device"
  run extract -o /dev/full a.txt
  exits 5; says "No space left on device"
fi
run extract -o /dev/null a.txt
exits 0; that test -c /dev/null
last="extract >&-"
status=0; "$mubiao" extract a.txt >&- 2> run/err || status=$?; echo "$status" > run/status
exits 5

# Inputs that fail weigh less than an output that does.
run extract -o no/such/directory/out.json a.txt missing.txt
exits 5; says "missing.txt"

# The reader of the pipe leaves: quietly done.
i=0
while [ "$i" -lt 4000 ]; do echo "$target"; i=$((i + 1)); done > many.txt
last="extract many.txt | head -n 1"
{ status=0; "$mubiao" extract -f jsonl many.txt many.txt many.txt 2> run/err || status=$?; echo "$status" > run/status; } |
  head -n 1 > run/out
exits 0; says_nothing; writes '"value":150,'

# Ended by a signal while it waits for stdin: the signal is the status, and nothing is left behind.
mkdir signals
for case in INT:130 TERM:143; do
  signal=${case%:*}
  mkfifo "$signal.fifo"
  # A shell has what it runs in the background ignore SIGINT; env undoes that.
  env --default-signal=INT "$mubiao" extract -o signals/out.json - < "$signal.fifo" > run/out 2> run/err &
  pid=$!
  exec 9> "$signal.fifo"
  tries=0
  while [ -z "$(ls signals)" ] && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
  that test -n "$(ls signals)"
  kill -s "$signal" "$pid"
  status=0; wait "$pid" || status=$?
  exec 9>&-
  echo "$status" > run/status
  last="extract, ended by $signal"
  exits "${case#*:}"; that test -z "$(ls signals)"
done

done_with_checks
