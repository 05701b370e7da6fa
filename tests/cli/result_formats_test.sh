# extract: TSV and CSV for Excel, read back by programs that did not write them.
. "$(dirname "$0")/lib.sh"

doc=$(printf 'tab\there\\n=1+1.txt')
printf '一、主要目标\n到2030年，天然气发电装机规模达到15万千\n瓦以上。力争单位能耗-15%%。\n' > "$doc"
doc_formula="=cmd|' C calc'!A0.txt"
echo "$target" > "$doc_formula"
cp "$doc_formula" ./-1.txt

run extract -f tsv --kinds all "$doc" "$doc_formula" ./-1.txt
exits 0; says_nothing
that test "$(head -n 1 run/out)" = "$("$mubiao" extract -f csv "$doc_formula" | head -n 1 | tr , '\t')"
# Every row has as many fields, and its escapes give back what CSV holds.
"$mubiao" extract -f csv --kinds all "$doc" "$doc_formula" ./-1.txt > same.csv
that python3 -c '
import csv, re
tsv = [line.split("\t") for line in open("run/out", encoding="utf-8", newline="").read().split("\n")[:-1]]
names = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
tsv = [[re.sub(r"\\(.)", lambda m: names[m.group(1)], field) for field in row] for row in tsv]
rows = list(csv.reader(open("same.csv", encoding="utf-8", newline="")))
assert len(rows) > 3 and tsv == rows, (tsv, rows)
assert rows[1][0] == "tab\there\\n=1+1.txt" and any("\n" in field for field in rows[1])
'

run extract -f excel --kinds all "$doc" "$doc_formula" ./-1.txt
exits 0; says_nothing
that test "$(head -c 6 run/out)" = "$(printf '\357\273\277doc')"
that python3 -c '
import csv
data = open("run/out", "rb").read()
assert data.count(b"\r\n") == len(list(csv.reader(open("run/out", encoding="utf-8-sig", newline=""))))
assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
rows = list(csv.DictReader(open("run/out", encoding="utf-8-sig", newline="")))
plain = list(csv.DictReader(open("same.csv", encoding="utf-8", newline="")))
numeric = "n value value_high year period_start period_end baseline_year line column start end".split()
guarded = 0
for row, other in zip(rows, plain, strict=True):
    for name, field in row.items():
        if field[:1] in tuple("=+-@\t\r") and field:
            assert name in numeric and float(field) < 0, (name, field)
        if field != other[name]:
            assert field == "\x27" + other[name] and other[name][0] in "=+-@\t\r", (name, field)
            guarded += 1
assert guarded >= 2
'

run extract -O out -f excel "$doc_formula"
exits 0; that test -f "out/=cmd|' C calc'!A0.csv"
run extract -O out -f tsv ./-1.txt
exits 0; that test -f out/-1.tsv
run extract -f excel --bom ./-1.txt
exits 2; says "--bom only goes with --format csv" "without it"
run extract -f tsv --bom ./-1.txt
exits 2

done_with_checks
