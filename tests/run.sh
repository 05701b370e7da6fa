#!/bin/sh
# Installs what is missing, builds into build/release, and runs every test.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

sh "$root/tests/install.sh" zsh fish groff-base mandoc dpkg-dev file parallel python3-distributed
cmake -S "$root" -B "$root/build/release" -G Ninja -DCMAKE_BUILD_TYPE=Release -DMUBIAO_BUILD_TESTS=ON
cmake --build "$root/build/release" --parallel "$(nproc)"
ctest --test-dir "$root/build/release" --no-tests=error --output-on-failure --parallel "$(nproc)"
