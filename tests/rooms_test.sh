#!/bin/sh
# Rooms have one order, and an include only points to an earlier room; a library is included only in the
# room that owns it; only cli opens files. Greps, since link lines cannot hold this.
#
# rooms_test.sh [ROOT]: the tree to look at, else the one this file is in.
set -eu
cd "${1:-$(dirname "$0")/..}"

rooms="text read measure rules extract compare output cli"

# Public headers belong to a room too: the room of the code behind them.
# own ROOM HEADER...
own() {
  room=$1
  shift
  files="src/$room"
  paths="$room/"
  for name in "$@"; do
    [ ! -f "include/mubiao/$name.h" ] || files="$files include/mubiao/$name.h"
    paths="$paths|mubiao/$name\\.h\""
    owned="$owned $name "
  done
  eval "files_of_$room=\$files paths_of_$room=\$paths"
}
owned=""
own text span diagnostic check_report difference document offset_map normalize version
own read read
own measure number unit quantity
own rules rule rule_files rule_layout lint
own extract outline extract record check coverage profile
own compare gold evaluate rules_difference
own output output jsonl_input results report comparison_output
own cli

# forbid ROOM PATTERN WHAT: prints every line of the room that matches.
forbid() {
  eval "files=\$files_of_$1"
  # shellcheck disable=SC2086  # paths of the project have no spaces
  grep -rnE --include='*.h' --include='*.cpp' "$2" $files | sed "s|^|$1 must not $3: |" || true
}

# only ROOMS PATTERN WHAT: no other room may include this.
only() {
  for room in $rooms; do
    case " $1 " in *" $room "*) continue ;; esac
    forbid "$room" "^ *# *include [<\"]($2)" "include $3"
  done
}

findings() {
  later=""
  for room in cli output compare extract rules measure read text; do
    [ -z "$later" ] || forbid "$room" "^ *# *include \"($later)" "include a later room"
    eval "later=\"\$paths_of_$room\${later:+|\$later}\""
  done
  for header in include/mubiao/*.h; do
    name=${header##*/}
    case $owned in *" ${name%.h} "*) ;; *) echo "$header has no room: give it one above" ;; esac
  done

  only "text" "unicode/" "ICU"
  only "read" "libxml/" "libxml2"
  only "rules extract" "re2/" "RE2"
  only "rules" "toml" "toml++"
  only "compare output" "rapidjson/" "RapidJSON"
  only "cli" "CLI/" "CLI11"
  only "read" "zip\.h|pugixml" "libzip and pugixml"
  only "cli" "git2" "libgit2"
  only "read cli" "dlfcn" "what loads libraries"
  only "cli" "tbb/" "oneTBB"
  only "cli" "fstream>|filesystem>|cstdio>|stdio\.h>" "what opens files"
  only "read cli" "fcntl\.h>|unistd\.h>" "what opens files or runs programs"
  for room in $rooms; do
    [ "$room" = cli ] || forbid "$room" "fopen ?\(|(^|[^:[:alnum:]_]):?:?open ?\(.*O_|[io]fstream" "open files"
  done
}

found=$(findings)
if [ -n "$found" ]; then
  echo "$found"
  exit 1
fi
echo "rooms are in order"
