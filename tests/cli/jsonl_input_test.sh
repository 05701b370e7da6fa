# --input jsonl: a document a line; --by document: a line a document.
. "$(dirname "$0")/lib.sh"
other="到2030年，森林覆盖率达到45%。"

cat > in.jsonl <<JSONL
{"id":"a","text":"$target","year": 2020.50,"tags":["x",{"y":null}]}

{"text":"$other","id":17}
  {"id":"none","text":"本通知自印发之日起施行。","n":1e-400}
{"text":"$other"}
JSONL
run extract --input jsonl -f jsonl in.jsonl
exits 0; says_nothing; that test "$(wc -l < run/out)" -eq 3
that test "$(grep -c '^{"doc":"a","n":1,.*"rules":"[^"]*","input":{"year": 2020.50,"tags":\["x",{"y":null}\]}}$' run/out)" -eq 1
that test "$(grep -c '^{"doc":"17",.*"rules":"[^"]*"}$' run/out)" -eq 1
writes '"doc":"in.jsonl:5"'
for format in csv tsv excel; do
  run extract --input jsonl -f "$format" in.jsonl
  exits 0; says_nothing; that test "$(wc -l < run/out)" -eq 4; that test "$(grep -c '2020.50' run/out)" -eq 0
done
run extract --input jsonl in.jsonl
exits 0; that test "$(grep -c '^{"mubiao":' run/out)" -eq 4; writes '"input":{"n":1e-400}}'

# The same text gives the same records as a file of it, and offsets into the text.
echo "$target" > a.txt
"$mubiao" extract -f jsonl a.txt | sed 's/^{"doc":"[^"]*"//; s/}$//' > run/file
"$mubiao" extract --input jsonl -f jsonl in.jsonl | head -n 1 | sed 's/^{"doc":"[^"]*"//; s/,"input".*//' > run/line
last="extract of a line and of a file"
that cmp run/file run/line

# Lines in, lines out, whatever they are.
printf '%s\n' '{"id":"no text"}' '{"id":"number","text":5,"after":1}' '{"id":"half","text":"\ud800"}' 'nonsense' '[1]' \
  '{"id":"empty","text":""}' '{"id":{},"text":"x"}' > bad.jsonl
printf '{"id":"raw","text":"\377"}\n{"id":"zero","text":"a\000b"}\n' >> bad.jsonl
printf '{"id":"last","text":"%s"}' "$other" >> bad.jsonl
run extract --input jsonl -f jsonl --by document in.jsonl bad.jsonl
exits 4; that test "$(wc -l < run/out)" -eq 14; that test "$(grep -c '"severity":"error"' run/out)" -eq 9
that test "$(grep -c error run/err)" -eq 9
says 'bad.jsonl:1: error[E-JSONL]' 'bad.jsonl:2:23: error' 'bad.jsonl:3:22: error' 'bad.jsonl:4:2: error' \
  'bad.jsonl:6: error[E-EMPTY]' 'bad.jsonl:8:21: error' 'bad.jsonl:9:23: error[E-JSONL]: this line is no JSON: it holds a zero byte'
writes '"document":{"path":"no text","title":null,"number":null,"issuer":null,"issued":null,"format":null,"encoding":null,"bytes":null},"records":[],"diagnostics":[{"severity":"error","code":"E-JSONL","message":"no field' \
  '"path":"bad.jsonl:4"' '"path":"none"' '"path":"last"' '"input":{"n":1e-400}}'
# Each line is one object with these members; a record is that of the other formats.
that test "$(grep -c '^{"mubiao":{.*},"document":{.*},"records":\[.*\],"diagnostics":\[.*\].*}$' run/out)" -eq 14
that python3 -c '
import json, sys
lines = [json.loads(line) for line in open("run/out", encoding="utf-8")]
assert [line["document"]["path"] for line in lines[:4]] == ["a", "17", "none", "in.jsonl:5"]
assert [len(line["records"]) for line in lines] == [1, 1, 0, 1] + [0] * 9 + [1]
assert lines[0]["input"] == {"year": 2020.5, "tags": ["x", {"y": None}]}
assert "input" not in lines[1]
'
run extract --input jsonl -f jsonl bad.jsonl
exits 4; that test "$(wc -l < run/out)" -eq 1; that test "$(grep -c error run/err)" -eq 9
run extract --input jsonl -f json --by document bad.jsonl
exits 4; that test "$(grep -c '^{"mubiao":' run/out)" -eq 10
run extract --input jsonl -f json bad.jsonl
exits 4; that test "$(grep -c '^{"mubiao":' run/out)" -eq 1
run extract --input jsonl -f jsonl --by document --fail-fast bad.jsonl
exits 4; that test "$(wc -l < run/out)" -eq 1

# Files that are documents have such a line, too.
: > empty.txt
run extract -f jsonl --by document a.txt empty.txt missing.txt a.txt
exits 4; that test "$(wc -l < run/out)" -eq 4; that test "$(grep -c '"severity":"error"' run/out)" -eq 2
run extract -f json --by document -O out a.txt empty.txt
exits 4; only_files out a.json

# Names of fields.
sed 's/"text"/"body"/; s/"id"/"key"/' in.jsonl > named.jsonl
run extract --input jsonl --text-field body --id-field key -f jsonl --by document named.jsonl
exits 0; writes '"path":"a"' '"path":"17"' '"path":"named.jsonl:5"'
run extract --input jsonl -f jsonl named.jsonl
exits 4; says "no field 'text'" "--text-field"

# Several files, directories of them, stdin; one that cannot be read is a message and no line.
mkdir shards
cp in.jsonl shards/1.jsonl
cp in.jsonl shards/2.ndjson
cp a.txt shards/a.txt
run extract --input jsonl -f jsonl --by document shards - missing.jsonl < in.jsonl
exits 4; says "missing.jsonl"; that test "$(wc -l < run/out)" -eq 12; writes '"shards/2.ndjson:5"' '"-:5"'
: > none.jsonl
run extract --input jsonl -f jsonl --by document none.jsonl
exits 0; says_nothing; writes_nothing
printf '\357\273\277' > marked.jsonl
tr '\n' '\r' < in.jsonl | sed 's/\r/\r\n/g' >> marked.jsonl
run extract --input jsonl -f jsonl --by document marked.jsonl
exits 0; says_nothing; that test "$(wc -l < run/out)" -eq 4

# A line that is too long is one error, and a line of the answer; memory does not follow it, nor the size of the file.
{ head -n 1 in.jsonl; printf '{"id":"long","text":"'; head -c 3000000 /dev/zero | tr '\0' x; printf '"}\n'; head -n 1 in.jsonl; } > long.jsonl
run extract --input jsonl -f jsonl --by document --max-bytes 1M long.jsonl
exits 4; says "long.jsonl:2: error[E-SIZE]" "longer than 1048576 bytes" "--max-bytes"
that test "$(wc -l < run/out)" -eq 3; writes '"path":"long.jsonl:2"'
run extract --input jsonl -f jsonl --by document long.jsonl
exits 0; that test "$(wc -l < run/out)" -eq 3
case $(ldd "$mubiao") in
  *asan* | *tsan*) ;; # reserve terabytes of addresses
  *)
    last="extract of endless lines, in 200 MB of address space"
    status=0
    (ulimit -v 200000; { head -n 1 in.jsonl; head -c 400000000 /dev/zero | tr '\0' ' '; echo; head -n 1 in.jsonl; } |
      "$mubiao" extract --input jsonl -f jsonl --by document --max-bytes 1M -) > run/out 2> run/err || status=$?
    echo "$status" > run/status
    exits 4; that test "$(wc -l < run/out)" -eq 3
    ;;
esac

# What does not go together.
run extract --input jsonl -O out in.jsonl
exits 2; says "--out-dir does not go with --input jsonl" "--by document"
run extract --input jsonl --encoding gbk in.jsonl
exits 2; says "JSON is UTF-8"
run extract --input jsonl --text-field id in.jsonl
exits 2; says "the same field"
run extract --text-field body a.txt
exits 2; says "--text-field only goes with --input jsonl"
run extract --by document -f csv a.txt
exits 2; says "--by document only goes with --format jsonl or json"
run extract --by target a.txt
exits 2; says "--format jsonl has a line for each target"
run extract --input json in.jsonl
exits 2; says "did you mean" "jsonl"
run extract --input jsonl -o in.jsonl in.jsonl
exits 2; says "in.jsonl would be overwritten"

done_with_checks
