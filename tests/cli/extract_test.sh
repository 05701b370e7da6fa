# extract: formats, several inputs, stdin, outputs in files, filters.
. "$(dirname "$0")/lib.sh"
echo "$target" > a.txt
printf '一、主要目标\n到2030年，森林覆盖率达到45%%。\n2020年完成投资3亿元。\n' > b.txt

run extract a.txt
exits 0; says_nothing
writes '{"mubiao":{"schema":1,' '"path":"a.txt"' '"value":150,' '"unit":"MW"' '"bound":">="' '"year":2025'
run extract - < a.txt
exits 0; writes '"path":"-"' '"value":150,'
run extract < a.txt
exits 0; writes '"path":"-"' '"value":150,'

run extract a.txt b.txt
exits 0; that test "$(grep -c '^{"mubiao":' run/out)" -eq 2
that test "$(grep -n '"path":"a.txt"' run/out | cut -d: -f1)" -lt "$(grep -n '"path":"b.txt"' run/out | cut -d: -f1)"
run extract -f jsonl b.txt a.txt
exits 0; that test "$(wc -l < run/out)" -eq 2
that test "$(head -n 1 run/out | cut -c 1-14)" = '{"doc":"b.txt"'
run extract -f csv a.txt b.txt
exits 0; that test "$(grep -c '^doc,n,kind,' run/out)" -eq 1; writes 'a.txt,1,target,天然气发电装机' ',150,,MW,>=,level,2025,'
run extract -f csv --bom a.txt
exits 0; that test "$(head -c 6 run/out)" = "$(printf '\357\273\277doc')"

run extract --kinds all -f jsonl b.txt
exits 0; writes '"kind":"context"' '"kind":"target"'
run extract --kinds context -f jsonl b.txt
exits 0; writes '"kind":"context"'; that test "$(grep -c '"kind":"target"' run/out)" -eq 0
run extract --unit power=GW -f jsonl a.txt
exits 0; writes '"value":0.15,' '"unit":"GW"'
run extract --unit power=万千瓦 -f jsonl a.txt
exits 0; writes '"value":15,' '"unit":"万千瓦"'

run extract -o out.json a.txt
exits 0; writes_nothing; says_nothing; that grep -q '"value":150,' out.json
run extract -f csv -o out.json b.txt
exits 0; that grep -q '^b.txt,' out.json; that test "$(grep -c mubiao out.json)" -eq 0
run extract -o - a.txt
exits 0; writes '"value":150,'
ln -s real.json link.json
run extract -o link.json a.txt
exits 0; that test -L link.json; that grep -q '"value":150,' real.json
(umask 027; "$mubiao" extract -o private.json a.txt)
that test "$(stat -c %a private.json)" = 640

mkdir plans; cp a.txt plans/c.txt
run extract -O results a.txt b.txt plans/c.txt
exits 0; writes_nothing; only_files results a.json b.json c.json
run extract -O results/deep/er -f csv a.txt - < b.txt
exits 0; only_files results/deep/er a.csv stdin.csv; that grep -q '^doc,n,' results/deep/er/a.csv
# Offsets cut the quote out of the file.
start=$(sed -n 's/.*"start":\([0-9]*\).*/\1/p' results/a.json)
end=$(sed -n 's/.*"end":\([0-9]*\).*/\1/p' results/a.json)
that test "$(tail -c +$((start + 1)) a.txt | head -c $((end - start)))" = "15万千瓦"

# A clash is refused before any work.
cp a.txt plans/a.txt
run extract -O clash a.txt plans/a.txt b.txt
exits 2; says "a.txt and plans/a.txt would both be written to clash/a.json"; that test ! -e clash
run extract -O clash a.txt a.txt
exits 2; says "a.txt is named twice"
# No input is overwritten.
cp a.txt doc.json
run extract -O . doc.json
exits 2; says "doc.json would be overwritten"; that cmp -s a.txt doc.json
run extract -o doc.json doc.json
exits 2; that cmp -s a.txt doc.json

echo "本通知自印发之日起施行。" > none.txt
run extract none.txt
exits 0; writes '"records":[]'
run extract -e none.txt
exits 1; writes '"records":[]'
run extract -e a.txt
exits 0

# gb18030 gives what utf-8 gives.
iconv -f UTF-8 -t GB18030 a.txt > gb.txt
run extract -f jsonl gb.txt
exits 0; writes '"value":150,' '"quote":"15万千瓦"'
run extract -f jsonl --encoding gbk gb.txt
exits 0; writes '"value":150,'

done_with_checks
