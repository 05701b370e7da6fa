#!/bin/sh
# Breaks each rule of rooms_test.sh in a copy of the tree, and sees that it is noticed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R "$here/../src" "$copy/src"
cp -R "$here/../include" "$copy/include"

# broken FILE LINE: with this line in the file the test must fail.
broken() {
  echo "$2" > "$copy/$1"
  if sh "$here/rooms_test.sh" "$copy" > /dev/null; then
    echo "not noticed: $2 in $1"
    exit 1
  fi
  rm "$copy/$1"
}
sh "$here/rooms_test.sh" "$copy"
broken src/text/broken.cpp '#include "measure/numeral.h"'
broken src/measure/broken.h '#include "mubiao/rule.h"'
broken src/measure/broken.cpp '#include <unicode/unistr.h>'
broken src/output/broken.cpp '#include <re2/re2.h>'
broken src/extract/broken.cpp '#include <toml++/toml.h>'
broken src/extract/broken.cpp '#include <rapidjson/writer.h>'
broken src/output/broken.cpp '#include <CLI/CLI.hpp>'
broken src/text/broken.cpp '#include <zip.h>'
broken src/extract/broken.cpp '#include <pugixml.hpp>'
broken src/output/broken.cpp '#include <dlfcn.h>'
broken src/rules/broken.cpp '#include <fstream>'
broken src/rules/broken.cpp 'int f = ::open("x", O_RDONLY);'
broken src/rules/broken.cpp 'std::ifstream file(name);'
broken include/mubiao/broken.h '#pragma once'
echo "every breach is noticed"
