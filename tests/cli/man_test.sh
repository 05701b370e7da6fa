# `mubiao man`: formatters take it without a warning, and it has all that help has.
. "$(dirname "$0")/lib.sh"

run man
exits 0; says_nothing
cp run/out mubiao.1
that test -z "$(LC_ALL=C tr -d '\n -~' < mubiao.1)" # ASCII, whatever the terminal is
run man extract
exits 2

# plain FORMATTER: the page as text.
plain() {
  case $1 in
    groff) groff -man -Tutf8 -rLL=300n -P-c mubiao.1 ;;
    mandoc) mandoc -T utf8 -O width=300 mubiao.1 ;;
  esac | sed 's/.\x08//g' > page
}

# Every command, option and example of help, and the variables that are read.
"$mubiao" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p' | while read -r command; do
  echo "$command"
  "$mubiao" "$command" --help | sed -n "/^Subcommands:/,/^\$/s/^  \([a-z][a-z-]*\).*/$command \1/p"
done > commands
that test "$(wc -l < commands)" -gt 15
while read -r command; do
  # shellcheck disable=SC2086  # a list of words
  "$mubiao" $command --help < /dev/null > help
  sed -n '/^Options:/,/^$/s/^  \(-[^ ]*\).*/\1/p' help | sed 's/,/, /'
  sed -n '/^Examples*:/,$s/^  *//p' help
done < commands | sort -u > wanted
sed 's/^/mubiao /; /rules$/d' commands >> wanted
grep -rhoE 'getenv\("[A-Z_]*"' "$samples/../src" | sed 's/.*("//; s/"//' >> wanted
"$mubiao" --help | sed -n '/^Exit status/,$p' | tr '\n' ' ' | sed 's/Exit status: //; s/\. *$//; s/, */\n/g' |
  sed 's/^\([0-9]*\) /\1      /; s/^70      /70     /' >> wanted
that grep -qx NO_COLOR wanted
that grep -qF 15万千瓦 wanted

for formatter in groff mandoc; do
  if ! command -v "$formatter" > /dev/null; then
    echo "skipped: there is no $formatter here"
    continue
  fi
  last="man, $formatter"
  case $formatter in
    groff) groff -man -Tutf8 -ww -z mubiao.1 2> warnings ;;
    # The page has no date: it is of a version, and built twice it is the same.
    mandoc) mandoc -T lint -W warning mubiao.1 | grep -v "missing date" > warnings || true ;;
  esac
  that diff /dev/null warnings
  plain "$formatter"
  while IFS= read -r text; do
    grep -qF -- "$text" page || fail "the page lacks: $text"
    checks=$((checks + 1))
  done < wanted
done

# What roff would take for its own.
that grep -qF '\(aq\(hatarget\e.reach/2$\(aq' mubiao.1

done_with_checks
