#!/bin/sh
# install_test.sh BUILD_DIRECTORY COMPILER GENERATOR: what is installed is whole, and a project of its own is built with
# it: the one README.md shows.
. "$(dirname "$0")/lib.sh"
compiler=$2
generator=$3

that "cmake --install" cmake --install "$build" --prefix "$work/prefix"
tree=prefix
has bin/mubiao share/man/man1/mubiao.1 share/bash-completion/completions/mubiao share/zsh/site-functions/_mubiao \
  share/fish/vendor_completions.d/mubiao.fish share/mubiao/rules/targets.toml share/mubiao/rules/new/target.toml \
  share/mubiao/rules/README.md share/doc/mubiao/README.md share/doc/mubiao/LICENSE include/mubiao/extract.h
that "rules that are not the built-in ones" diff -r -x tests "$root/rules" prefix/share/mubiao/rules
that "a program that does not run" prefix/bin/mubiao extract "$root/samples/clean.txt"
that "a tool of the build is installed" test "$(ls prefix/bin)" = mubiao

that "cmake --install with DESTDIR" env DESTDIR="$work/stage" cmake --install "$build" --prefix /opt/mubiao
(cd prefix && find . -type f | sort) > in_prefix
(cd stage/opt/mubiao && find . -type f | sort) > in_stage
that "DESTDIR and --prefix install other files" diff in_prefix in_stage
that "something is outside of the prefix" test "$(cd stage && find . -type f | wc -l)" -eq "$(wc -l < in_stage)"

# The project of README.md.
mkdir project
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/{/^\`\`\`/!p}" "$root/README.md"; }
block cmake > project/CMakeLists.txt
block cpp > project/targets.cpp
configure() {
  cmake -S project -B "$@" -G "$generator" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$work/prefix"
}
that "README's project is not configured" configure built
that "README's project is not built" cmake --build built
for sample in clean run-in full-width; do
  sample=$root/samples/$sample.txt
  built/targets "$sample" > of_library
  prefix/bin/mubiao extract --kinds all -f csv "$sample" | sed 1d | cut -d, -f4,5,7 | awk -F, '$2 != ""' > of_program
  that "no record of $sample" test -s of_program
  that "library and program differ on $sample" diff of_program of_library
done

# Every header, with what is installed alone.
ls prefix/include/mubiao | sed 's|.*|#include <mubiao/&>|' > all_headers.cpp
that "headers include what is not installed" "$compiler" -std=c++20 -fsyntax-only -Iprefix/include all_headers.cpp

# A static library goes with the ICU it was built with.
config=$(find prefix -name mubiaoConfig.cmake)
sed -i 's/ICU [0-9]*, and/ICU 1, and/; s/MATCHES "^[0-9]*/MATCHES "^1/' "$config"
checks=$((checks + 1))
if configure refused > log 2>&1 || ! tr -s ' \n' ' ' < log | grep -q "mubiao was built with ICU 1, and here is"; then
  cat log
  echo "FAILED: another ICU is not refused"
  exit 1
fi
echo "$checks checks"
