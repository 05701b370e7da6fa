# What rules check finds in a set that loads, from which severity on it says no, and what rules lints explains.
. "$(dirname "$0")/lib.sh"

cat > good.toml <<'TOML'
[[rules]]
id = "name.good"
kind = "name"
pattern = '第\d+(?:万亿|万)'
  [[rules.examples]]
  text = "第3万"
  expect = [{}]
  [[rules.examples]]
  text = "3万"
  expect = []
TOML
cat > doubtful.toml <<'TOML'
[[rules]]
id = "name.doubtful"
kind = "name"
pattern = '第\d+(?:万|万亿)'
  [[rules.examples]]
  text = "第3万"
  expect = [{}]
  [[rules.examples]]
  text = "3万"
  expect = []
TOML
cat > wrong.toml <<'TOML'
[[rules]]
id = "mood.wrong"
kind = "mood"
pattern = '占比％'
  [[rules.examples]]
  text = "占比"
  expect = []
TOML
sed 's/^pattern/# mubiao:allow W-PREFIX for a test\npattern/' doubtful.toml > allowed.toml

sed '/examples/,$d' good.toml > untested.toml
head -n 7 good.toml > unsided.toml
cat > shadow.toml <<'TOML'
[dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }

[[rules]]
id = "target.all"
kind = "target"
priority = 60
pattern = '^(?P<indicator>.+)达到{quantity:quantity}'
  [[rules.unless]]
  id = "part"
  pattern = '其中'
  [[rules.examples]]
  text = "装机达到15千瓦。"
  expect = [{}]
  [[rules.examples]]
  text = "其中装机达到15千瓦。"
  expect = []

[[rules]]
id = "target.part"
kind = "target"
pattern = '(?P<indicator>风电)达到{quantity:quantity}'
  [[rules.examples]]
  text = "其中风电达到15千瓦。"
  expect = [{}]
  [[rules.examples]]
  text = "其中装机达到15千瓦。"
  expect = []
TOML
echo "其余风电达到15千瓦。" > shadow.txt
mkdir empty

# check STATUS ARGUMENT...
check() {
  status=$1
  shift
  run rules check "$@"
  exits "$status"
}

check 0 good.toml; writes "1 file, 1 rule, no problem"; says_nothing
check 0 good.toml --fail-level warning
check 0 doubtful.toml; writes "doubtful.toml:4:21: warning[W-PREFIX]" "'万亿'" "1 file, 1 rule, 1 warning"
check 0 doubtful.toml --fail-level error
check 1 doubtful.toml --fail-level warning; writes "warning[W-PREFIX]"
check 1 wrong.toml; writes "wrong.toml:4:14: error[E-UNNORMAL]" "E-UNTESTED" "2 errors"
check 1 wrong.toml doubtful.toml; writes "2 files, 2 rules, 2 errors, 1 warning"
check 0 allowed.toml --fail-level warning; writes "no problem"
check 1 untested.toml; writes "untested.toml:4:12: error[E-UNTESTED]" "1 error, 1 warning"
check 0 unsided.toml; writes "warning[W-ONESIDED]"
check 0 good.toml --corpus shadow.txt --fail-level warning
check 0 shadow.toml; writes "no problem"
check 0 shadow.toml --corpus shadow.txt; writes "warning[W-SHADOW]" "matches 1 clause of" "'target.all'"
check 1 shadow.toml --corpus . --fail-level warning; writes "warning[W-SHADOW]"
check 4 shadow.toml --corpus none.txt; says "none.txt"; writes "no problem"
check 4 shadow.toml --corpus empty; says "no *.txt"
check 2 good.toml --fail-level warnings; says "did you mean 'warning'?"
check 0; writes "no problem"
# Such a set is used all the same.
echo "占比％" > a.txt
run extract -r wrong.toml a.txt
exits 0
# The exit status is that of every format.
for format in text json github sarif junit; do
  check 0 doubtful.toml -f "$format"; writes W-PREFIX
  check 1 doubtful.toml -f "$format" --fail-level warning; writes W-PREFIX
done

run rules lints
exits 0; writes "E-UNNORMAL" "W-PREFIX" "warning"; says_nothing
that [ "$(grep -c . run/out)" -gt 20 ]
# Every id has a help, which is longer than its line in the list.
cut -d ' ' -f 1 run/out > ids
while read -r id; do
  run rules lints "$id"
  exits 0; writes "$id ("; that [ "$(grep -c . run/out)" -gt 3 ]
done < ids
run rules lints W-PREFIX
writes "wrong:" "right:" "万亿"
run rules lints W-PREFX
exits 2; says "no lint is called 'W-PREFX'" "did you mean 'W-PREFIX'?"; writes_nothing
run rules lints -f json
exits 0; that [ "$(grep -c '^{"id":"[EW]-' run/out)" -eq "$(grep -c . ids)" ]
run rules lints -f json W-REV
exits 0; that [ "$(grep -c . run/out)" -eq 1 ]; writes '{"id":"W-REV","severity":"warning","summary":"' '"help":"'

done_with_checks
