# Word documents: read by what they are, whatever they are called, in every way that text is.
. "$(dirname "$0")/lib.sh"
cp "$samples/word-headings.docx" plan.docx
cp plan.docx misnamed.txt
cp plan.docx misnamed.pdf

run extract plan.docx
exits 0; says_nothing
writes '"format":"docx","encoding":"utf-8","bytes":'"$(wc -c < plan.docx)"'}' '"title":"青岚市“十四五”能源发展规划"'
run extract -f jsonl plan.docx
exits 0; writes '"indicator":"风电装机","value":350,'
writes '"section":["二、重点任务","(一)发展可再生能源","1.风电"]'
sed 's/plan.docx//' run/out > expected
for name in misnamed.txt misnamed.pdf; do
  run extract -f jsonl $name
  exits 0; says_nothing
  sed "s/$name//" run/out > got
  that cmp expected got
done
run extract -f jsonl - < plan.docx
exits 0
sed 's/"doc":"-"/"doc":""/' run/out > got
that cmp expected got
run extract --input-format docx -f jsonl plan.docx
exits 0
run extract --input-format text plan.docx
exits 4; says "E-BINARY" "a ZIP archive"

# The quote stands in the text that normalize and offsets speak of; a line of it has its number and no mark of a note.
run normalize plan.docx
exits 0
writes "到2025年，全市非化石能源消费比重达到20%左右，可再生能源装机达到85万千瓦" "二、重点任务" "①改造燃煤锅炉"
that test "$(grep -c '图1节能改造进度' run/out)" -eq 1
run outline plan.docx
exits 0; writes "(一)发展可再生能源"

# Among others, from directories, one result each.
mkdir -p plans/deep; cp plan.docx plans/deep/a.docx; echo "$target" > plans/b.txt
run extract -j 4 -O out plans
exits 0; only_files out b.json deep/a.json
run extract -O same --resume plans
run extract -O same --resume plans
exits 0; that cmp out/deep/a.json same/deep/a.json

# What is no document is one message, and the others are done.
head -c 3000 plan.docx > cut.docx
printf 'PK\003\004' > bare.docx
printf '\320\317\021\340\241\261\032\341' > old.doc
printf '{\\rtf1\\ansi a}' > rich.docx
run extract -f jsonl cut.docx bare.docx old.doc rich.docx plan.docx
exits 4
says "cut.docx: error[E-FORMAT]" "bare.docx: error[E-FORMAT]" "old.doc: error[E-BINARY]" "rich.docx: error[E-BINARY]"
says "save it as DOCX or PDF"
that test "$(wc -l < run/out)" -eq "$(wc -l < expected)"
run extract --input-format docx plans/b.txt
exits 4; says "E-FORMAT" "no whole ZIP archive"
run extract --max-bytes 1000 plan.docx
exits 4; says "larger than 1000 bytes"

done_with_checks
