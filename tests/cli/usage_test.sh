# Arguments: help, wrong commands and options, and the mends that are suggested.
. "$(dirname "$0")/lib.sh"
echo "$target" > a.txt

run --help
exits 0; writes extract normalize outline convert explain rules version; says_nothing
run extract --help
exits 0; writes --out-dir --kinds "Examples:"; says_nothing
run rules test --help
exits 0; writes PATH
run --version
exits 0; writes "mubiao "
run version
exits 0; writes "mubiao " rules ICU RE2
run version -f json
exits 0; writes '"icu":' '"rules":'

run
exits 2; says "mubiao: error:"; writes_nothing
run extrat a.txt
exits 2; says "unknown command 'extrat'" "did you mean 'extract'?"; writes_nothing
run rules chek
exits 2; says "did you mean 'check'?"
run extract --formt csv a.txt
exits 2; says "--formt" "did you mean '--format'?"; writes_nothing
run extract -f xml a.txt
exits 2; says "'xml' is not known" "choose one of"; writes_nothing
run extract -f jsn a.txt
exits 2; says "did you mean 'json'?"
run extract --kinds target,milestne a.txt
exits 2; says "unknown kind 'milestne'" "did you mean 'milestone'?"
run extract --encoding utf8x a.txt
exits 2; says "unknown encoding 'utf8x'"
run extract --unit power=furlong a.txt
exits 2; says "unknown unit 'furlong'"
run extract --unit pwer=GW a.txt
exits 2; says "did you mean 'power'?"
run extract --unit power a.txt
exits 2; says "write DIMENSION=UNIT"
run extract --bom a.txt
exits 2; says "--bom only goes with --format csv"
run extract -o x.json -O dir a.txt
exits 2; writes_nothing; that test ! -e dir
run extract - - < a.txt
exits 2; says "stdin (-) is named twice"
run convert 15万千瓦 --to MWW
exits 2; says "unknown unit 'MWW'"
run rules show no.such.rule
exits 2; says "no rule 'no.such.rule'"
run extract --max-bytes lots a.txt
exits 2

run extract --color always missing.txt
exits 4; says "$(printf '\033[1;31merror')"
run extract missing.txt
exits 4; that test -z "$(tr -cd '\033' < run/err)"

done_with_checks
