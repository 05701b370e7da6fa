#!/bin/sh
# Rooms have one order, and an include only points to an earlier room; a library is included only in the
# room that owns it; only cli opens files. Greps, since link lines cannot hold this.
#
# rooms_test.sh [ROOT]: the tree to look at, else the one this file is in.
set -eu
cd "${1:-$(dirname "$0")/..}"

rooms="text measure rules extract output cli"

# Public headers belong to a room too: those that a room's headers and sources may include are its own
# and those of the rooms before it.
room_of_header() {
  case $1 in
    span | diagnostic | document | offset_map | normalize | version) echo text ;;
    number | unit | quantity) echo measure ;;
    rule | check) echo rules ;;
    outline | extract | record) echo extract ;;
    output | report) echo output ;;
    *) echo unknown ;;
  esac
}

files_of_room() {
  echo "src/$1"
  for header in include/mubiao/*.h; do
    [ "$(room_of_header "$(basename "$header" .h)")" != "$1" ] || echo "$header"
  done
}

# forbid ROOM PATTERN WHAT: prints every line of the room that matches.
forbid() {
  # shellcheck disable=SC2046  # paths of the project have no spaces
  grep -rnE --include='*.h' --include='*.cpp' "$2" $(files_of_room "$1") | sed "s|^|$1 must not $3: |" || true
}

# only ROOMS PATTERN WHAT: no other room may include this.
only() {
  for room in $rooms; do
    case " $1 " in *" $room "*) continue ;; esac
    forbid "$room" "^ *# *include [<\"]($2)" "include $3"
  done
}

findings() {
  earlier=" "
  for room in $rooms; do
    earlier="$earlier$room "
    for other in $rooms; do
      case $earlier in *" $other "*) continue ;; esac
      forbid "$room" "^ *# *include \"$other/" "include the later room $other"
      for header in include/mubiao/*.h; do
        name=$(basename "$header" .h)
        [ "$(room_of_header "$name")" != "$other" ] ||
          forbid "$room" "^ *# *include \"mubiao/$name\.h\"" "include a header of the later room $other"
      done
    done
  done
  for header in include/mubiao/*.h; do
    [ "$(room_of_header "$(basename "$header" .h)")" != unknown ] || echo "$header has no room: name it in room_of_header"
  done

  only "text" "unicode/" "ICU"
  only "rules extract" "re2/" "RE2"
  only "rules" "toml" "toml++"
  only "output" "rapidjson/" "RapidJSON"
  only "cli" "CLI/" "CLI11"
  only "cli" "fstream>|filesystem>|fcntl\.h>|cstdio>|stdio\.h>|unistd\.h>" "what opens files"
  for room in $rooms; do
    [ "$room" = cli ] || forbid "$room" "(^|[^.>[:alnum:]_])(fopen|open|ifstream|ofstream) ?\(" "open files"
  done
}

found=$(findings)
if [ -n "$found" ]; then
  echo "$found"
  exit 1
fi
echo "rooms are in order"
