# Sourced by the tests of what is installed: TEST.sh BUILD_DIRECTORY. Each works in a directory that is removed at the end.
set -eu
build=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
checks=0

# that FAILURE COMMAND...: a command that must succeed, and what it means if it does not.
that() {
  failure=$1
  shift
  checks=$((checks + 1))
  "$@" > log 2>&1 || { cat log; echo "FAILED: $failure"; exit 1; }
}
# has FILE...: below $tree, and not empty.
has() { for file in "$@"; do that "no $file" test -s "$tree/$file"; done; }
