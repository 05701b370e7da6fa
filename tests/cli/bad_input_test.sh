# Inputs that are no documents: each is one message, the others are still done, exit status 4.
. "$(dirname "$0")/lib.sh"
echo "$target" > good.txt
: > empty.txt
printf ' \n\t\n' > blank.txt
mkdir directory
printf '\177ELF\002\001\001\000\000\000\000\000\003\000\076\000\001\000' > binary.txt
printf '%%PDF-1.7\n%%\342\343\317\323\n1 0 obj\000\001\002\003\004\005\006\016\017\020' > paper.txt

# bad NAME TEXT...: fails alone and beside a good one, with these words.
bad() {
  name=$1
  shift
  run extract -f jsonl good.txt "$name" good.txt
  exits 4; says "$name" "$@"
  that test "$(grep -c '"value":150,' run/out)" -eq 2
  run extract -f jsonl "$name"
  exits 4; writes_nothing
}
bad empty.txt "E-EMPTY"
bad blank.txt "E-EMPTY"
bad directory "no documents in this directory"
bad missing.txt "No such file"
bad binary.txt "E-BINARY"
bad paper.txt "E-" "PDF" # broken, or nothing is there to read it with
if [ "$(id -u)" -ne 0 ]; then
  cp good.txt secret.txt
  chmod 000 secret.txt
  bad secret.txt "Permission denied"
fi

# Every failure of a batch is told, and nothing but failures: one line each to find them by.
run extract -f jsonl empty.txt directory missing.txt binary.txt good.txt
exits 4; that test "$(grep -c 'error' run/err)" -eq 4
run extract -f jsonl --fail-fast empty.txt good.txt
exits 4; writes_nothing
run extract -O out empty.txt good.txt
exits 4; only_files out good.json

# Text with a flaw is still text.
printf '%s\n到2030年，森林覆盖率达到45%%。\346\243' "$target" > cut.txt
run extract -f jsonl cut.txt
exits 0; says "cut.txt" "warning"; writes '"value":150,' '"value":45,'
run extract -q -f jsonl cut.txt
exits 0; says_nothing; writes '"value":150,'
run extract -q missing.txt
exits 4; says "missing.txt"

# GB18030 called UTF-8.
run extract --encoding utf-8 -f jsonl "$samples/gb18030.txt" good.txt
exits 4; says "E-ENCODING" "gb18030.txt"; that test "$(wc -l < run/out)" -eq 1
run extract -f jsonl "$samples/gb18030.txt"
exits 0; says_nothing; that test "$(wc -l < run/out)" -gt 5

# NUL bytes.
printf '到2025年，森林\000覆盖率达到45%%。' > nul.txt
bad nul.txt "E-BINARY"

run extract --max-bytes 10 -f jsonl good.txt
exits 4; says "larger than 10 bytes" "--max-bytes"
run extract --max-bytes 10 -f jsonl < good.txt
exits 4; says "larger than 10 bytes"
run extract --max-bytes 1K -f jsonl good.txt
exits 0

# The other commands read as extract does.
for command in normalize outline explain; do
  run "$command" empty.txt
  exits 4; says "E-EMPTY"; writes_nothing
done

done_with_checks
