# PDF: its text, and what is said of files that have none, that are broken, hostile, or read by a pdftotext that is.
. "$(dirname "$0")/lib.sh"
command -v pdftotext > /dev/null || { echo "pdftotext is not installed"; exit 77; }
make_pdf=$tests/../pdf/make_pdf.py
pdf() { python3 "$make_pdf" "$@"; }
# values: of the records on stdout, with their pages, in CSV.
values() { "$mubiao" extract -q -f csv "$@" | cut -d, -f5,20 | tail -n +2 | tr '\n' ' '; }

# Four pages with a header and numbers; a table that goes on over a page, its head repeated.
page() { printf '            云溪市能源发展规划\n\n%s\n\n                  — %d —\n\f' "$2" "$1"; }
head='    指标              单位        2020年    2025年    属性'
{
  page 1 "    为加快能源绿色低碳转型，根据省有关部署，制定本规划。
    到2025年，风电装机容量达到120万千瓦。
    到2025年，非化石能源消费比重提高到18%左右。"
  page 2 "            表1 云溪市能源发展主要指标
$head
    水电装机容量      万千瓦      45        60        预期性
    生物质装机容量    万千瓦      30        35        预期性
    森林覆盖率        %           40        42        约束性"
  page 3 "$head
    煤炭消费比重      %           58        50        约束性
    公共充电桩        个          300       1200      预期性
    加快实施重点工程，完善政策措施，确保到2025年全市建成绿
色矿山12座。"
  page 4 "    加强组织领导，强化监督考核，确保各项任务落到实处。"
} > plan.txt
pdf plan.txt plan.pdf

run extract plan.pdf
exits 0; says_nothing
writes '"format":"pdf"' '"page":3'
last="values"
that test "$(values plan.pdf)" = "1200,1 18,1 600,2 350,2 42,2 50,3 1200,3 12,3 "

# Positions are into the text that --raw prints; without headers and numbers it is what rules see.
run normalize --raw plan.pdf
exits 0
writes "— 3 —"
mv run/out raw.txt
"$mubiao" extract -q -f jsonl plan.pdf > records.jsonl
python3 - > run/out <<'PYTHON'
import json
raw = open("raw.txt", "rb").read()
for line in open("records.jsonl"):
    record = json.loads(line)
    there = raw[record["start"]:record["end"]].decode()
    assert there == record["quote"], record
    assert raw[:record["start"]].count(b"\f") + 1 == record["page"], record
print("same")
PYTHON
writes same
run normalize plan.pdf
lacks() { last="normalize"; checks=$((checks + 1)); ! grep -q -- "$1" run/out || fail "has $1"; }
lacks "— 3 —"
that test "$(grep -c 云溪市能源发展规划 run/out)" = 1
run normalize --raw --map plan.pdf
exits 2

# By content, whatever its name; from stdin; where something else stands before it; what it is not.
cp plan.pdf plan.bin
that test "$(values plan.bin)" = "$(values plan.pdf)"
that test "$("$mubiao" extract -q -f csv < plan.pdf | wc -l)" = 9
{ printf 'X-Header: 1\r\n'; cat plan.pdf; } > late.pdf
that test "$(values late.pdf)" = "$(values plan.pdf)"
run extract --input-format text plan.pdf
exits 4; says "E-BINARY"
printf '到2025年，装机达到15万千瓦。' > plain.txt
run extract --input-format pdf plain.txt
exits 4; says "E-FORMAT" "this is no PDF"

# Encrypted: with a password nobody gave, and one that only keeps from changing it.
pdf --password secret plan.txt secret.pdf
run extract secret.pdf
exits 4; writes_nothing; says "E-FORMAT" "password" "qpdf --decrypt"
pdf --owner secret plan.txt owned.pdf
that test "$(values owned.pdf)" = "$(values plan.pdf)"

# No text at all, on some pages, and text that nobody can read.
pdf --drawing plan.txt drawing.pdf
run extract -f jsonl drawing.pdf plan.pdf
exits 4; says "drawing.pdf" "E-NOTEXT" "no text layer: 4 pages" "ocrmypdf"
that test "$(wc -l < run/out)" -eq 8
{ cat plan.txt; printf '\f\f\f'; } > gaps.txt
pdf gaps.txt gaps.pdf
run extract -q gaps.pdf
exits 0; writes '"code":"W-NOTEXT"' "no text on 3 of 7 pages: 5-7"
run extract gaps.pdf
says "warning[W-NOTEXT]"
pdf --signs plan.txt signs.pdf
run extract signs.pdf
exits 0; says "W-FONT" "are not known"

# Broken in many ways: one message each, and the next document is read.
printf '%%PDF-1.7\n' > short.pdf
{ printf '%%PDF-1.7\n'; head -c 20000 /dev/urandom; } > noise.pdf
for kept in 100 1000 2000; do head -c $kept plan.pdf > cut$kept.pdf; done
pdf --loop plan.txt loop.pdf
for broken in short noise cut100 cut1000 cut2000 loop; do
  run extract -f jsonl $broken.pdf plan.pdf
  that grep -q "$broken.pdf: \(error\|warning\)\[[EW]-[A-Z]*\]" run/err
  that grep -q '"doc":"plan.pdf"' run/out
done

# A few kilobytes that unfold to more than anyone wants, and the limit that ends it.
pdf --bomb 200 plan.txt bomb.pdf
last="the size of the bomb"
that test "$(wc -c < bomb.pdf)" -lt 100000
run extract --timeout-per-file 2 -f jsonl bomb.pdf plan.pdf
exits 4; says "bomb.pdf"
that grep -q '"doc":"plan.pdf"' run/out

# Nothing to find is said, in the result and to who asks.
pdf plain.txt one.pdf
printf '本规划由市政府负责解释，自印发之日起施行。' > none.txt
pdf none.txt none.pdf
run extract none.pdf
exits 0; says_nothing; writes '"code":"N-NONE"' "no target: no number with a unit"
run extract -v -f jsonl none.pdf
says "note[N-NONE]"
run extract one.pdf
lacks N-NONE

# Many beside each other are as one after the other.
for i in 1 2 3 4 5 6 7 8; do cp plan.pdf many$i.pdf; done
"$mubiao" extract -q -f jsonl -j 4 many*.pdf > four.jsonl
"$mubiao" extract -q -f jsonl -j 1 many*.pdf > one.jsonl
last="-j 4 and -j 1"
that cmp four.jsonl one.jsonl
that test "$(wc -l < one.jsonl)" -eq 64

# Stand-ins for pdftotext. PATH has nothing else but what they need.
mkdir bin empty
stand_in() { printf '#!/bin/sh\n%s\n' "$1" > bin/pdftotext; chmod +x bin/pdftotext; }
with_stand_in() {
  last="$*"
  status=0
  PATH=$work/bin:/usr/bin:/bin "$mubiao" "$@" > run/out 2> run/err || status=$?
  echo "$status" > run/status
}
last="no pdftotext"
status=0; PATH=$work/empty "$mubiao" extract plan.pdf > run/out 2> run/err || status=$?; echo "$status" > run/status
exits 4; says "E-TOOL" "not installed" "apt install poppler-utils"
stand_in 'exit 0'
status=0; PATH=:bin:$work/empty "$mubiao" extract plan.pdf > run/out 2> run/err || status=$?; echo "$status" > run/status
exits 4; says "E-TOOL" # what lies in the working directory is not run
stand_in 'exec sleep 1000'
with_stand_in extract --timeout-per-file 0.5 plan.pdf
exits 4; says "E-TIME"
stand_in 'exec yes 到2025年'
with_stand_in extract --timeout-per-file 60 plan.pdf
exits 4; says "E-LIMIT"
stand_in 'kill -SEGV $$'
with_stand_in extract plan.pdf
exits 4; says "E-FORMAT" "ended by signal 11"
stand_in 'x=$(head -c 3000000000 /dev/zero | tr "\0" a)'
with_stand_in extract plan.pdf
exits 4; that grep -q 'E-LIMIT\|E-FORMAT' run/err
stand_in 'printf "\001\000\033[31mx\f"; echo "Syntax Error: what" >&2'
with_stand_in extract plan.pdf
exits 4; says "E-NOTEXT"
printf '#!/no/such/shell\n' > bin/pdftotext
with_stand_in extract plan.pdf
exits 4; says "E-TOOL" "cannot be run"
rm bin/pdftotext
mkdir bin/pdftotext
with_stand_in extract plan.pdf
exits 4
rmdir bin/pdftotext

# However it is ended, no child stays. `exec`: the program itself, as pdftotext is.
stand_in 'exec sleep 987'
gone() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    pgrep -f '^sleep 987$' > /dev/null || return 0
    sleep 0.1
  done
  return 1
}
if command -v pgrep > /dev/null; then
  for signal in INT TERM KILL; do
    last="SIG$signal while pdftotext runs"
    PATH=$work/bin:/usr/bin:/bin "$mubiao" extract -j 4 many*.pdf > /dev/null 2>&1 &
    pid=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      if pgrep -f '^sleep 987$' > /dev/null; then break; fi
      sleep 0.2
    done
    that pgrep -f '^sleep 987$' > /dev/null
    # A shell has what it runs in the background ignore SIGINT.
    [ $signal = INT ] && signal=HUP
    kill -s $signal $pid
    wait $pid || true
    that gone
  done
fi

# Its end is known also where the caller wants to hear of no child.
if env --ignore-signal=CHLD true 2> /dev/null; then
  last="SIGCHLD is ignored"
  that test "$(env --ignore-signal=CHLD "$mubiao" extract -q -f csv plan.pdf | wc -l)" = 9
fi

done_with_checks
