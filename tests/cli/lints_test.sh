# What rules check finds in a set that loads, from which severity on it says no, and what rules lints explains.
. "$(dirname "$0")/lib.sh"

cat > good.toml <<'TOML'
[[rules]]
id = "name.good"
kind = "name"
pattern = '第\d+(?:万亿|万)'
TOML
cat > doubtful.toml <<'TOML'
[[rules]]
id = "name.doubtful"
kind = "name"
pattern = '第\d+(?:万|万亿)'
TOML
cat > wrong.toml <<'TOML'
[[rules]]
id = "mood.wrong"
kind = "mood"
pattern = '占比％'
TOML
sed 's/^pattern/# mubiao:allow W-PREFIX for a test\npattern/' doubtful.toml > allowed.toml

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
check 1 wrong.toml; writes "wrong.toml:4:14: error[E-UNNORMAL]" "1 error"
check 1 wrong.toml doubtful.toml; writes "2 files, 2 rules, 1 error, 1 warning"
check 0 allowed.toml --fail-level warning; writes "no problem"
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
