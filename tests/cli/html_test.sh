# Web pages: found by content, in any encoding, from files, stdin and lines of JSON; and pages without a text.
. "$(dirname "$0")/lib.sh"

page="<html><head><meta charset=utf-8></head><body><nav><a href=/>首页</a></nav><p><span>到</span>2025年，天然气<br>
发电装机规模</p><p>达到15万千瓦以上。</p><p>到2030年，森林覆盖率达到45%。</p></body></html>"
printf '%s' "$page" > page.txt

# Content tells, not the name; offsets are into the text that normalize shows.
run extract -f json page.txt
exits 0; says_nothing
writes '"format":"html","encoding":"utf-8","bytes":'"$(wc -c < page.txt)" '"quote":"45%"' '"indicator":"森林覆盖率"'
run extract -f csv page.txt
exits 0; writes '45,' ',2030,'
run normalize page.txt
exits 0; says_nothing
that test "$(tail -n 1 run/out)" = "到2030年，森林覆盖率达到45%。"
that test "$(grep -c -e '<' -e 首页 run/out)" -eq 0
cp run/out text.txt
run extract -f jsonl page.txt
cp run/out of_page
run extract -f jsonl text.txt
that test "$(sed 's/.*"indicator"/"indicator"/' of_page)" = "$(sed 's/.*"indicator"/"indicator"/' run/out)"
last="extract -"
status=0; "$mubiao" extract -f json - < page.txt > run/out 2> run/err || status=$?
echo "$status" > run/status
exits 0; says_nothing; writes '"path":"-"' '"format":"html"' '"value":45'

# What is said goes before what is found.
run extract -f json --input-format text page.txt
exits 0; writes '"format":"text"'
echo "到2030年，森林覆盖率<b>达到</b>45%。" > part.txt
run extract -f json part.txt
exits 0; writes '"format":"text"'
run extract -f json --input-format html part.txt
exits 0; writes '"format":"html"' '"value":45' '"indicator":"森林覆盖率"'

# Lines of JSON: each text by its content, or as is said.
printf '%s\n' '{"id":1,"text":"<p>到2030年，森林覆盖率达到<b>45</b>%。</p>"}' \
  '{"id":2,"text":"到2030年，湿地保护率<i>达到60%</i>。"}' > in.jsonl
run extract --input jsonl --input-format html -f jsonl in.jsonl
exits 0; says_nothing
that test "$(grep -c -e '"doc":"1".*"value":45' -e '"doc":"2".*"indicator":"湿地保护率","value":60' run/out)" -eq 2

# A page that says another encoding than it has.
sample="$samples/web-page.html"
run extract -f json "$sample"
exits 0; says_nothing; writes '"encoding":"gb18030"' '"title":"江海县“十四五”林业发展规划"' '"number":"江政办发〔2022〕11号"' \
  '"issuer":["江海县人民政府办公室"]' '"issued":"2022-03-14"'
sed 's/charset=gb2312/charset=utf-8/' "$sample" > wrong.html
run extract -f json wrong.html
exits 0; says "wrong.html: warning[W-ENCODING]: the page says that it is utf-8, but it is gb18030" "--encoding"
writes '"encoding":"gb18030"' '"W-ENCODING"' '"quote":"43%"'
run extract -f json --encoding gb18030 wrong.html
exits 0; says_nothing; writes '"quote":"43%"'
run extract -f json --encoding big5 "$sample"
that test "$(grep -c '"quote":"43%"' run/out)" -eq 0

# Pages without a text of their own say so, and cost nothing else.
echo '<html><frameset><frame src="a.html"></frameset></html>' > frames.html
echo '<html><body><div id="app"></div><script src="app.js"></script></body></html>' > scripts.html
run extract -f jsonl frames.html page.txt scripts.html
exits 4
says "frames.html: error[E-NOTEXT]: this page has no text: it shows other pages in frames" \
  "save the page in the frame" "scripts.html: error[E-NOTEXT]: this page has no text: scripts would put it there"
that test "$(grep -c '"doc":"page.txt"' run/out)" -eq "$(wc -l < run/out)"

# Nothing that a page says it needs is fetched, and no file is opened for it.
cat > entity.html <<'HTML'
<!DOCTYPE html [<!ENTITY x SYSTEM "page.txt"> %y;]><html><link rel=stylesheet href="page.txt"><base href="file:///">
<p>到2030年，森林覆盖率达到46%。&x;</p></html>
HTML
run normalize entity.html
exits 0; writes "46%"
that test "$(grep -c "15万" run/out)" -eq 0

done_with_checks
