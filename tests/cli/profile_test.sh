# rules profile: a row for each rule, whatever rules and documents there are.
. "$(dirname "$0")/lib.sh"
mkdir plans empty
echo "$target" > plans/a.txt

run rules profile --corpus plans
exits 0; says_nothing; writes "target.reach" "program" "over 1 documents"
run rules profile --corpus plans/a.txt -f json
exits 0; says_nothing; writes '"rule":"target.reach","kind":"target"' '"documents":1'
run rules profile "$samples/../rules" --corpus plans
exits 0; writes "target.reach"

run rules profile
exits 2; says "--corpus"; writes_nothing
run rules profile --corpus empty
exits 4; says "no *.txt in this directory"; writes "over 0 documents"
run rules profile --corpus empty --corpus plans
exits 4; says "no *.txt in this directory"; writes "over 1 documents"
run rules profile --corpus plans --corpus missing.txt
exits 4; says "missing.txt"; writes "over 1 documents"
run rules profile empty --corpus plans
exits 3; writes_nothing

done_with_checks
