# Long documents of one repeated fragment: each tempts some search to start over and over, or to carry more and more
# along. All are done in bounded time (the test has a timeout, generous for slow machines).
. "$(dirname "$0")/lib.sh"
size=${REPEATED_SIZE:-200000}

tab=$(printf '\t')
newline='
'
for fragment in '(((((' '（1）' '））））' '《《' '“““' '，，，，' '、、' '。。' '的的的的' '目标' '——' '到2025年' '到2025年，' '“十四五”期间' \
  '比2020年' '力争' '一是' '一、' '（一）' '第一章 ' '1 1 1 1 ' '1、1、1、' '1.' '1/' '1-' '1：' '1%、' '1和' "1$tab" "1$newline" "一$newline" \
  '1座' '新建1座、' '建成1座。' '（1座）' '（建成1座' '达到1%' '分别达到1%和' '占' '年均增长' '万万' '十十' '三分之' '千瓦' '/千瓦时' '0' '１' \
  '责任单位：市' '（牵头单位：' "— 1 —$newline" "一、总则……1$newline" "——1座；$newline" "其中：$newline"; do
  printf '%s' "到2025年，装机达到15万千瓦。" > begin.txt
  printf '%s' "$fragment" > piece.txt
  while [ "$(wc -c < piece.txt)" -lt "$size" ]; do
    cat piece.txt piece.txt > twice.txt
    mv twice.txt piece.txt
  done
  cat begin.txt piece.txt > repeated.txt
  run extract --kinds all -f csv -o repeated.csv repeated.txt
  exits 0; that test "$(wc -l < repeated.csv)" -ge 2
done

done_with_checks
