#!/bin/sh
# Installs what is missing, builds, and runs every test.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

sh "$root/tests/install.sh"
cmake -S "$root" -B "$root/build/tests" -G Ninja -DCMAKE_BUILD_TYPE=Release
cmake --build "$root/build/tests" --parallel "$(nproc)"
ctest --test-dir "$root/build/tests" --output-on-failure --parallel "$(nproc)"
