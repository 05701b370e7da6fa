# What is shown at a terminal, and nowhere else: the table, progress, the summary, colours. A pseudo-terminal of python.
. "$(dirname "$0")/lib.sh"
command -v python3 > /dev/null || { echo "skipped: no python3"; exit 77; }
cp "$samples/clean.txt" a.txt
echo "$target" > b.txt

cat > terminal.py <<'PYTHON'
# terminal.py STREAMS COLUMNS COMMAND...: runs it with these of stdout and stderr ("1", "2", "12") at a terminal, and
# prints what the terminal got; the others go to run/out and run/err.
import fcntl, os, pty, struct, sys, termios
streams, columns, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    for number, path in ((1, "run/out"), (2, "run/err")):
        if str(number) not in streams:
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.execv(command[0], command)
text = b""
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    text += part
sys.stdout.buffer.write(text.replace(b"\r\n", b"\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON

# at STREAMS COLUMNS ARGUMENT...: what the terminal got is in run/terminal.
at() {
  streams=$1
  columns=$2
  shift 2
  last="$* at a terminal"
  : > run/out; : > run/err
  status=0
  env -u COLUMNS -u NO_COLOR TERM=xterm python3 terminal.py "$streams" "$columns" "$mubiao" "$@" > run/terminal || status=$?
  echo "$status" > run/status
}
shows() {
  checks=$((checks + 1))
  for text in "$@"; do grep -qF -- "$text" run/terminal || fail "the terminal lacks: $text ($(head -c 600 run/terminal))"; done
}
hides() {
  checks=$((checks + 1))
  for text in "$@"; do ! grep -qF -- "$text" run/terminal || fail "the terminal has: $text"; done
}
bold=$(printf '\033[1m')

# One document is a table; anything that was asked for is not.
at 1 120 extract a.txt
exits 0; shows "indicator" "非化石能源消费比重" "青岚市碳达峰实施方案" "$bold"; hides '{"mubiao"'; says_nothing
at 1 120 extract a.txt b.txt
exits 0; shows '{"mubiao"'
at 1 120 extract -f json a.txt
exits 0; shows '{"mubiao"'
at 1 120 extract -o out.json a.txt
exits 0; that grep -q '{"mubiao"' out.json
at 1 120 extract --color never a.txt
exits 0; shows "indicator"; hides "$(printf '\033')"
NO_COLOR=1 python3 terminal.py 1 120 "$mubiao" extract a.txt > run/terminal
hides "$(printf '\033')"; shows "indicator"
run extract -f table a.txt
exits 0; writes "indicator" "(二)主要目标"; that test -z "$(tr -cd '\033' < run/out)"; says_nothing
run extract -f table --color always a.txt
writes "$bold"
run extract -f table a.txt b.txt
exits 0; that test "$(grep -c '^indicator ' run/out)" -eq 2
run extract -f table -O results a.txt
exits 2; says "--format table does not go with --out-dir"
run extract -f table -o table.txt a.txt
exits 0; that grep -q '^indicator ' table.txt
run extract a.txt
writes '{"mubiao"'

# Cut to the terminal, by what it shows: a Chinese character is two columns.
width_of() {
  python3 -c 'import sys, unicodedata
print(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in l.rstrip("\n")) for l in open(sys.argv[1], encoding="utf-8")))' "$1"
}
for columns in 40 60 80 100; do
  at 1 "$columns" extract --color never a.txt
  exits 0; that test "$(width_of run/terminal)" -le "$columns"; that test "$(width_of run/terminal)" -gt $((columns - 8))
done
last="extract, COLUMNS=50"
COLUMNS=50 python3 terminal.py 1 90 "$mubiao" extract --color never a.txt > run/terminal
that test "$(width_of run/terminal)" -le 50

# The summary is on stderr, at a terminal or when asked for.
at 2 80 extract --kinds all a.txt b.txt missing.txt
exits 4; shows "3 documents (1 failed): " " targets, " " delegated, " " milestones, " " context; " "missing.txt: " " MB/s"
at 2 80 extract -q a.txt b.txt
exits 0; that test ! -s run/terminal
at 2 80 extract --errors json a.txt
exits 0; that test ! -s run/terminal
run extract a.txt b.txt
exits 0; says_nothing
run extract -v a.txt b.txt
exits 0; says "a.txt: note: 21 records, " "b.txt: note: 1 record, " "2 documents: 22 targets; "
run outline -v b.txt
exits 0; says "b.txt: note: 67 bytes"
run extract -v -q a.txt b.txt
exits 0; says_nothing
run extract -v --errors json b.txt
exits 0; says '{"severity":"note","code":"","message":"1 record, '

# Progress, once it takes a second: on one line that is rewritten, cut, and gone at the end.
i=0
while [ "$i" -lt 40 ]; do mkfifo "$i.fifo"; i=$((i + 1)); done
feed() { for i in $(seq 0 39); do sleep 0.05; cat a.txt > "$i.fifo"; done; }
fifos=$(seq -f '%.0f.fifo' 0 39)
feed &
# shellcheck disable=SC2086  # a list of words
at 2 80 extract -j1 -f jsonl missing.txt $fifos
exits 4; shows " of 41 documents, " "1 failed" " left" " MB/s" "41 documents (1 failed)"
wait
python3 - <<'PYTHON'
import re, sys
text = open("run/terminal", encoding="utf-8", newline="").read()
lines = re.findall(r"\r([^\r\x1b]*)\x1b\[K", text)
shown = [line for line in lines if line]
assert 5 <= len(shown) <= 60, len(shown)
assert all(len(line) < 80 for line in shown), max(map(len, shown))
done = [int(line.split()[0]) for line in shown]
assert done == sorted(done) and done[0] > 5, done
last = text.rindex("documents, ")
assert "\r\x1b[K" in text[last:], "the line was left"
PYTHON
checks=$((checks + 1))
feed &
# shellcheck disable=SC2086
at 2 24 extract -j4 -f jsonl $fifos
exits 0; shows "…"
wait
feed &
# shellcheck disable=SC2086
run extract -f jsonl $fifos
exits 0; says_nothing
wait

done_with_checks
