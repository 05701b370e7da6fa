# rules fmt: files come into their layout, or are left alone.
. "$(dirname "$0")/lib.sh"

cat > untidy.toml <<'TOML'
[[rules]]
kind="name"
id = "name.article"   # unique


pattern = '''第\d+条'''
[[rules.examples]]
expect = [ {} ]
text = "按照第15条执行。"
TOML
cat > tidy.expected <<'TOML'
[[rules]]
id = "name.article"  # unique
kind = "name"

pattern = '''第\d+条'''
  [[rules.examples]]
  text = "按照第15条执行。"
  expect = [{}]
TOML

# Shown, and nothing changed.
cp untidy.toml a.toml
run rules fmt --check a.toml
exits 1; writes "--- a.toml" "+++ a.toml" '-kind="name"' '+kind = "name"' " pattern = '''第"; says_nothing
that cmp -s untidy.toml a.toml
if command -v patch > /dev/null; then
  cp untidy.toml patched.toml; patch -s patched.toml run/out
  that cmp -s patched.toml tidy.expected
fi

# Changed, in place: a file keeps its mode.
chmod 600 a.toml
run rules fmt a.toml
exits 0; that [ "$(cat run/out)" = a.toml ]; says_nothing
that cmp -s tidy.expected a.toml
that [ "$(stat -c %a a.toml)" = 600 ]
only_files . a.toml tidy.expected untidy.toml run/out run/err run/status $(ls patched.toml 2> /dev/null || true)

# Nothing to change: not even written.
touch -d 2001-01-01 a.toml
run rules fmt a.toml
exits 0; writes_nothing; says_nothing
that [ "$(stat -c %Y a.toml)" = "$(date -d 2001-01-01 +%s)" ]
run rules fmt --check a.toml
exits 0; writes_nothing

# Stdin.
"$mubiao" rules fmt - < untidy.toml > formatted
that cmp -s tidy.expected formatted
status=0; "$mubiao" rules fmt --check - < untidy.toml > run/out || status=$?; echo "$status" > run/status
exits 1; writes "+++ <stdin>"

# What is no TOML is left alone; the others are done.
mkdir set; cp untidy.toml set/b.toml; printf 'a = \n' > set/a.toml; cp set/a.toml broken.expected
run rules fmt set
exits 1; says "set/a.toml:1:" "E-TOML"; that [ "$(cat run/out)" = set/b.toml ]
that cmp -s set/a.toml broken.expected
that cmp -s set/b.toml tidy.expected

# A file cannot be replaced where nothing can be written.
if [ "$(id -u)" -ne 0 ]; then
  mkdir locked; cp untidy.toml locked/a.toml; chmod 500 locked
  run rules fmt locked/a.toml
  chmod 700 locked
  exits 5; says "E-WRITE"; that cmp -s untidy.toml locked/a.toml
fi

# What a file extends is not its layout.
mkdir base; cp untidy.toml base/b.toml
{ printf 'extends = ["base"]\n\n'; cat tidy.expected; } > extends.toml
run rules fmt extends.toml ./extends.toml
exits 0; writes_nothing; that cmp -s untidy.toml base/b.toml

run rules fmt missing.toml
exits 3; says "missing.toml"
run rules fmt
exits 2
run rules fmt - a.toml
exits 2; says "stdin"

done_with_checks
