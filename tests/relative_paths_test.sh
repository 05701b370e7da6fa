#!/bin/sh
# relative_paths_test.sh MUBIAO: tests that work in folders of their own find the program also by a relative path.
set -eu
tests=$(cd "$(dirname "$0")" && pwd)
cd "$(dirname "$1")"
for test in golden_test readme_test cli/usage_test; do
  echo "$test.sh:"
  sh "$tests/$test.sh" "./$(basename "$1")"
done
