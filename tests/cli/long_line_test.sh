# One line of 50 MB: done in bounded time (the test has a timeout) and with every target.
. "$(dirname "$0")/lib.sh"
printf '%s' "$target" > one.txt
cp one.txt line.txt
size=$(wc -c < line.txt)
while [ "$size" -lt 50000000 ]; do
  cat line.txt line.txt > twice.txt
  mv twice.txt line.txt
  size=$(wc -c < line.txt)
done
count=$((size / $(wc -c < one.txt)))

run extract -f csv -o line.csv line.txt
exits 0; that test "$(wc -l < line.csv)" -eq $((count + 1))

# Nothing but digits, or brackets, or spaces: shapes that tempt a search to start over and over.
for shape in 1 '（' ' 1' '万' '一、' ','; do
  printf '%s' "$shape" > piece.txt
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cat piece.txt piece.txt > twice.txt; mv twice.txt piece.txt; done
  printf '%s' "目标" | cat - piece.txt > shape.txt
  run extract -f csv -o shape.csv shape.txt
  exits 0
done

done_with_checks
