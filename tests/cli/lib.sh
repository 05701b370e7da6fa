# Sourced by the tests of the program. Each runs in a directory of its own that is removed at the end.
#   sh TEST.sh MUBIAO
set -eu
mubiao=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
tests=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir run # holds out, err and status of the last run, apart from the files of the test
checks=0
last=""

# A document with one target, in UTF-8.
target="到2025年，天然气发电装机规模达到15万千瓦以上。"

fail() {
  printf 'FAILED: %s\n  after: mubiao %s\n  status %s\n--- stdout\n' "$1" "$last" "$(cat run/status)"
  head -c 2000 run/out
  printf '%s\n' '--- stderr'
  head -c 2000 run/err
  exit 1
}

# run ARGUMENT...: keeps status, stdout and stderr. Stdin is empty unless redirected.
run() {
  last="$*"
  status=0
  "$mubiao" "$@" > run/out 2> run/err || status=$?
  echo "$status" > run/status
}

exits() {
  checks=$((checks + 1))
  [ "$(cat run/status)" -eq "$1" ] || fail "expected exit status $1"
}
# says/writes TEXT...: each is somewhere in stderr/stdout.
says() {
  checks=$((checks + 1))
  for text in "$@"; do grep -qF -- "$text" run/err || fail "stderr lacks: $text"; done
}
writes() {
  checks=$((checks + 1))
  for text in "$@"; do grep -qF -- "$text" run/out || fail "stdout lacks: $text"; done
}
says_nothing() {
  checks=$((checks + 1))
  [ ! -s run/err ] || fail "stderr is not empty"
}
writes_nothing() {
  checks=$((checks + 1))
  [ ! -s run/out ] || fail "stdout is not empty"
}
# that CONDITION...: a test of the shell.
that() {
  checks=$((checks + 1))
  "$@" || fail "not so: $*"
}
# Only the files named are here: nothing temporary was left.
only_files() {
  checks=$((checks + 1))
  found=$(cd "$1" && find . -type f | sed 's|^\./||' | sort | tr '\n' ' ')
  shift
  [ "$found" = "$(printf '%s\n' "$@" | sort | tr '\n' ' ')" ] || fail "files are: $found"
}

done_with_checks() {
  [ "$checks" -gt 0 ] || { echo "nothing was checked"; exit 1; }
  echo "$checks checks"
}
