# What `mubiao completion SHELL` writes, in the shells themselves. One that is not there is skipped, and said to be.
. "$(dirname "$0")/lib.sh"

tab=$(printf '\t')
mkdir documents documents/plans
touch documents/plan.txt

run completion
exits 2; says "shell is required"; writes_nothing
run completion csh
exits 2; says "'csh' is not known; did you mean 'zsh'?"; writes_nothing
run completion --help
exits 0; writes "Examples:"

# complete_in SHELL < lines: "LINE<tab>WORD" for each line and all that is offered at its end. A list is its last word,
# an option with its value that value, a directory its name.
complete_in() {
  "$mubiao" completion "$1" > "script.$1"
  case $1 in
    bash) set -- bash --norc "$tests/complete.bash" "$work/script.bash" ;;
    zsh) set -- zsh -f "$tests/complete.zsh" "$work/script.zsh" ;;
    fish) set -- fish --no-config "$tests/complete.fish" "$work/script.fish" ;;
  esac
  (cd documents && HOME=$work "$@") | sed "s/$tab--[^=]*=/$tab/; s/$tab.*,/$tab/; s|/\$||" | LC_ALL=C sort -u
}

# What help says: the commands below the one named, options, the words of --format.
commands() { "$mubiao" "$@" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p'; }
options() { "$mubiao" "$@" --help | sed -n '/^Options:/,/^$/s/^  \(-[^ ]*\).*/\1/p' | tr , '\n'; }
formats() { "$mubiao" "$@" --help | sed -n 's/^  -f,--format FORMAT=[^ ]* *//p' | tr -d ' ' | tr , '\n'; }
expect() { sed "s|^|$1$tab|" >> expected; }

{ echo; commands | while read -r command; do
    echo "$command"
    commands "$command" | sed "s/^/$command /"
  done
} > paths
that test "$(wc -l < paths)" -gt 15
while read -r path; do
  # shellcheck disable=SC2086  # a list of words
  set -- $path
  options "$@" < /dev/null | expect "mubiao${path:+ }$path -"
  commands "$@" < /dev/null | expect "mubiao${path:+ }$path "
  formats "$@" < /dev/null | expect "mubiao $path -f "
done < paths
LC_ALL=C sort -u expected > expected.sorted
cut -f 1 expected.sorted | uniq > lines
that grep -q "^mubiao extract -f ${tab}json" expected.sorted
that grep -q "^mubiao rules check -${tab}--corpus" expected.sorted

# What is offered at the end of a line, what is not. <files> is a file, <dirs> a directory.
cat > table << 'END'
mubiao --color | always auto never | json
mubiao -q --color always extract -f | json csv | text extract
mubiao extract --format=js | json jsonl | csv
mubiao extract --encoding gb | gb18030 | utf-8
mubiao extract --kinds target,mi | milestone | target
mubiao extract --unit | | <files> json
mubiao extract -o | <files> <dirs> |
mubiao extract -O | <dirs> | <files>
mubiao extract | <files> <dirs> | check --format
mubiao extract check -f | json | text
mubiao extract -- - | | --format -f
mubiao rules test --snapshots | <dirs> | <files>
mubiao rules diff | <files> <dirs> | check
mubiao rules diff --ignore year,ru | rule | year
mubiao rules lints W-P | W-PREFIX | E-ID
mubiao rules new --kind t | target | indicator
mubiao completion | bash zsh fish | <files>
END

# The line of a row. What is not begun yet has a space before it.
line_of() {
  case $1 in
    *mi | *js | *gb | *W-P | *ru | *" t" | *" -") echo "$1" ;;
    *) echo "$1 " ;;
  esac
}

# offered SHELL LINE WORD
offered() {
  case $1:$3 in
    bash:"<files>") grep -qxF "$2$tab<default>" actual ;;
    bash:"<dirs>") grep -qxE "$2$tab<(default|dirnames)>" actual ;;
    *:"<files>") grep -qxF "$2${tab}plan.txt" actual ;;
    *:"<dirs>") grep -qxF "$2${tab}plans" actual ;;
    *) grep -qxF "$2$tab$3" actual ;;
  esac
}

check_shell() {
  complete_in "$1" < lines > actual
  that diff expected.sorted actual
  while IFS='|' read -r line _; do line_of "${line% }"; done < table > table.lines
  complete_in "$1" < table.lines > actual
  while IFS='|' read -r line yes no; do
    line=$(line_of "${line% }")
    for word in $yes; do offered "$1" "$line" "$word" || fail "$1 does not offer $word at: $line"; done
    for word in $no; do ! offered "$1" "$line" "$word" || fail "$1 offers $word at: $line"; done
    checks=$((checks + 1))
  done < table
}

for shell in bash zsh fish; do
  last="completion $shell"
  if command -v "$shell" > /dev/null; then
    check_shell "$shell"
  else
    echo "skipped: there is no $shell here"
  fi
done

# Where = does not part words.
cat > whole.bash << 'END'
source script.bash
COMP_WORDS=(mubiao extract --kinds=target,mi) COMP_CWORD=2
_mubiao
echo "${COMPREPLY[@]}"
END
that test "$(bash --norc whole.bash)" = "--kinds=target,milestone"

done_with_checks
