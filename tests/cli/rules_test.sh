# Rule files: what is wrong with one is told with file, line, column and caret, and nothing is processed.
. "$(dirname "$0")/lib.sh"
echo "$target" > a.txt

# wrong NAME LINE TEXT...: rules check finds it on that line, extract refuses to run.
wrong() {
  name=$1
  line=$2
  shift 2
  run rules check "$name.toml"
  exits 1; writes "$name.toml:$line:" "^" "$@"; says_nothing
  run extract -r "$name.toml" a.txt
  exits 3; says "$name.toml:$line:" "^" "$@"; writes_nothing
}

cat > key.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[[rules]]
id = "target.reach"
kind = "target"
descripton = "a key that is no key"
pattern = '''达到{quantity}'''
TOML
wrong key 8 "E-KEY" "descripton" "did you mean 'description'?"

cat > regex.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[[rules]]
id = "target.reach"
kind = "target"
pattern = '''达到(?:以上{quantity}'''
TOML
wrong regex 8 "E-RE2"

cat > lookahead.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[[rules]]
id = "target.reach"
kind = "target"
pattern = '''达到(?=约){quantity}'''
TOML
wrong lookahead 8 "E-RE2"

cat > cycle.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[fragments]
reach = '''达到|{grow}'''
grow = '''增长|{reach}'''

[[rules]]
id = "target.reach"
kind = "target"
pattern = '''{reach}{quantity}'''
TOML
wrong cycle 6 "E-FRAG"

cat > unit.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[dimensions.power]
canonical = "MW"
factors = { "千瓦" = "0.001", "万千瓦" = 0.5 }

[[rules]]
id = "target.reach"
kind = "target"
pattern = '''达到{quantity.pwer}'''
TOML
run rules check unit.toml
exits 1; writes "unit.toml:7:" "unit.toml:12:" "quantity.pwer" # all problems at once

printf 'format = 1\nruleset = "test\n' > syntax.toml
wrong syntax 2 "E-TOML"

run extract -r missing.toml a.txt
exits 3; says "missing.toml" "No such file"
mkdir none
run extract -r none a.txt
exits 3; says "none" "no rule files"
run rules check missing.toml
exits 3

run rules check
exits 0; writes "no problem"; says_nothing
run rules list
exits 0; writes target context; that test "$(wc -l < run/out)" -gt 10
id=$(head -n 1 run/out | cut -d ' ' -f 1)
run rules show "$id"
exits 0; writes "$id" "pattern"
run rules list -f json
exits 0; writes '"id":' '"line":'

# A directory and its files are one set; it replaces the embedded one.
(cd "$samples/.." && "$mubiao" rules list -r rules) > listed
run rules list
exits 0; that cmp -s run/out listed

# The examples of the rules hold, and a wrong one is told.
run rules test
exits 0
mkdir set; cp "$samples"/../rules/*.toml set
cat > set/zz-wrong.toml <<'TOML'
[[rules]]
id = "target.wrong_example"
kind = "target"
pattern = '''(?P<indicator>猫){quantity}'''

[[rules.examples]]
text = "狗15万千瓦。"
expect = [{ value = "150" }]
TOML
run rules test set
exits 1; writes "zz-wrong.toml:7:" "failed: target.wrong_example/1:" "failed: target.wrong_example:"; says_nothing

done_with_checks
