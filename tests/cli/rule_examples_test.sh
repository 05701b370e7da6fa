# rules test: examples, what they leave out, and snapshots of whole documents.
. "$(dirname "$0")/lib.sh"

mkdir set
cat > set/rules.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }

[fragments]
reach = '''达到|突破'''

[[rules]]
id = "period.year"
kind = "period"
pattern = '''到(?P<year>\d{4})年'''
  [[rules.examples]]
  text = "到2025年"
  expect = [{ year = 2025 }]

[[rules]]
id = "target.reach"
kind = "target"
pattern = '''(?P<indicator>[^,，。]+?){reach}{quantity:quantity}'''
  [[rules.unless]]
  id = "past"
  pattern = '''目前'''
  [[rules.examples]]
  text = "到2025年，装机达到15万千瓦。"
  expect = [{ value = 150, year = 2025 }]
  [[rules.examples]]
  text = "目前装机达到15万千瓦。"
  expect = []
  because = "unless:past"
TOML

run rules test set
exits 0; writes "3 passed, 0 failed, 0 known gaps"; says_nothing
run rules test set/rules.toml -q
exits 0; writes "3 passed"

# What differs is shown field by field, expected above found.
sed 's/value = 150, year = 2025/value = 160, year = 2025/' set/rules.toml > wrong.toml
run rules test wrong.toml
exits 1; writes "wrong.toml:28:10: failed: target.reach/1:" "  value differs" "到2025年，装机达到15万千瓦。" \
  "    expected  value  160" "    found            150" "2 passed, 1 failed"
that test "$(grep -c "year" run/out)" -eq 1 # in the account of the number, not among what differs
run rules test wrong.toml --color always
exits 1; that grep -q "$(printf '\033\\[31m *found')" run/out
run rules test wrong.toml
exits 1; that test -z "$(tr -dc '\033' < run/out)"

# What no example exercises fails, unless that is not wanted.
head -n 29 set/rules.toml > bare.toml
run rules test bare.toml
exits 1; writes "bare.toml:26:16: failed: target.reach/unless:past: untested" "1 failed"
run rules test bare.toml --no-coverage
exits 0; writes "2 passed, 0 failed"

# Alternatives: a note for those left out, and a share to keep.
run rules test set --coverage
exits 0; writes "set/rules.toml:10:1: note[COVERAGE]: 1 of 2 alternatives of the fragment 'reach'" "突破" \
  "1 of 2 alternatives covered, 50.0%"
run rules test set --min-coverage 50
exits 0; writes "50.0%"; that test "$(grep -c . run/out)" -eq 1
for format in json github sarif junit; do
  run rules test set --coverage -f $format
  exits 0; writes "COVERAGE"; says_nothing
done
run rules test set --min-coverage 50.5
exits 1; writes "failed: alternatives" "less than 50.5%" "3 passed, 1 failed"
for bad in 101 -1 half; do
  run rules test set --min-coverage $bad
  exits 2
done
run rules test set --coverage --run a
exits 2; says "--run"

# Only some.
run rules test set --run 'reach/2$'
exits 0; writes "1 passed"
run rules test set --run '^period\.year$'
exits 0; writes "1 passed"
run rules test set --run 'nothing'
exits 1; says "nothing was run" "'nothing'"; writes "0 passed"
run rules test set --run 'a('
exits 2; says "--run" "'a('" "missing )"; writes_nothing

# Documents: compared, never written but with --update.
mkdir set/tests
printf '一、目标\n到2025年，装机达到15万千瓦。\n到2030年，装机突破20万千瓦。\n' > set/tests/plan.txt
run rules test set
exits 1; writes "set/tests/plan.txt: failed: snapshot/plan" "--update"; only_files set rules.toml tests/plan.txt
run rules test set --update
exits 0; writes "4 passed"; says "set/tests/plan.jsonl" "accepted"
only_files set rules.toml tests/plan.txt tests/plan.jsonl
"$mubiao" extract -r set --kinds all -f jsonl set/tests/plan.txt | sed 's|set/tests/||' > expected
that cmp -s expected set/tests/plan.jsonl
run rules test set --update
exits 0; says_nothing # as it is
run rules test set
exits 0; writes "4 passed"

sed 's/"value":200/"value":250/' set/tests/plan.jsonl > changed
cp changed set/tests/plan.jsonl
run rules test set
exits 1; writes "set/tests/plan.txt:3: failed: snapshot/plan:" "  value differs; if this is" "到2030年，装机突破20万千瓦。" "20万千瓦" \
  "expected  value  250" "found            200"
that cmp -s changed set/tests/plan.jsonl
run rules test set --run snapshot/plan
exits 1; writes "0 passed, 1 failed"
run rules test set --run target
exits 0; writes "2 passed"
run rules test set --run target --update
exits 0; that cmp -s changed set/tests/plan.jsonl # not asked for
sed 1d expected > set/tests/plan.jsonl
run rules test set
exits 1; writes "1 expected, 2 found" "expected  nothing" "found     indicator"
cat expected expected > set/tests/plan.jsonl
run rules test set
exits 1; writes "4 expected, 2 found" "found     nothing"
echo '{"value":' > set/tests/plan.jsonl
run rules test set
exits 1; writes "set/tests/plan.jsonl:1: failed: snapshot/plan: this line is no JSON"
run rules test set --update
exits 0; that cmp -s expected set/tests/plan.jsonl

cp expected set/tests/gone.jsonl
run rules test set
exits 1; writes "set/tests/gone.jsonl: failed: snapshot/gone" "gone.txt"
run rules test set --update
exits 1; that cmp -s expected set/tests/gone.jsonl
rm set/tests/gone.jsonl
printf '\0\1\2\3' > set/tests/binary.txt
run rules test set
exits 1; writes "set/tests/binary.txt: failed: snapshot/binary"
rm set/tests/binary.txt

# Elsewhere; rules of files and the embedded ones have no place for documents of their own.
mv set/tests elsewhere
run rules test set --snapshots elsewhere
exits 0; writes "4 passed"
run rules test set
exits 0; writes "3 passed"
run rules test set --snapshots nowhere
exits 4; says "nowhere"
run rules test set/rules.toml --update
exits 2; says "--update" "--snapshots"; writes_nothing
if [ "$(id -u)" -ne 0 ]; then # root writes anywhere
  chmod a-w elsewhere; rm -f elsewhere/plan.jsonl
  run rules test set --snapshots elsewhere --update
  chmod u+w elsewhere
  exits 5; says "elsewhere/plan.jsonl"
fi

printf 'format = 1\n' > empty.toml
run rules test empty.toml
exits 1; says "nothing was run"

done_with_checks
