# normalize, outline, convert and explain.
. "$(dirname "$0")/lib.sh"
printf '一、主要目标\n    到 ２０２５ 年，天然气发电装机规模达到 15 万千\n瓦以上。\n\n            — 3 —\n' > wrapped.txt

run normalize wrapped.txt
exits 0; says_nothing; writes "到2025年，天然气发电装机规模达到15万千瓦以上。"
that test "$(wc -l < run/out)" -eq 2
cp run/out once.txt
run normalize once.txt
exits 0; that cmp -s run/out once.txt # normalizing normalized text changes nothing
run normalize --map wrapped.txt
exits 0; writes "$(printf '\t2:5\t到2025年')"
run normalize < wrapped.txt
exits 0; that cmp -s run/out once.txt

run outline "$samples/clean.txt"
exits 0; writes "青岚市碳达峰实施方案" "青政发〔2023〕8号" "2023-04-12" "二、重点任务"
run outline -f json "$samples/clean.txt"
exits 0; writes '"sections":[' '"issued":"2023-04-12"'

run convert 15万千瓦 --to MW
exits 0; that test "$(cat run/out)" = 150; says_nothing
run convert 3亩
exits 0; that test "$(cat run/out)" = "0.2 ha"
run convert 10—20万吨 --to t
exits 0; that test "$(cat run/out)" = "100000-200000"
printf '15万千瓦\r\n1.5万kW\n' > lines.txt
run convert --to MW < lines.txt
exits 0; that test "$(cat run/out)" = "$(printf '150\n15')"
printf '15万千瓦\n千瓦\n3吨\n２０ＭＷ\n' > lines.txt
run convert --to MW - < lines.txt
exits 4; that test "$(cat run/out)" = "$(printf '150\n\n\n20')"; says "'千瓦' is not a quantity" "'3吨'"

run explain wrapped.txt
exits 0; writes "15 万千 瓦" "150" "year" "2025" "indicator" "天然气发电装机规模"
run explain -f json wrapped.txt
exits 0; writes '"numbers":[' '"provenance":['
run explain --line 1 wrapped.txt
exits 0; that test "$(grep -c 150 run/out)" -eq 0
run explain --unaccounted wrapped.txt
exits 0
run explain --line 0 wrapped.txt
exits 2

done_with_checks
