# Rule sets that extend others: which files are read, what comes of them, and whose name the results bear.
. "$(dirname "$0")/lib.sh"
echo "$target" > a.txt
mkdir -p base own/parts

cat > base/set.toml <<'TOML'
ruleset = "base"
version = "1.0.0"

[fragments]
reach = '''达到|为'''

[dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
TOML
cat > base/rules.toml <<'TOML'
[[rules]]
id = "target.reach"
kind = "target"
description = "reaches"
status = "stable"
rev = 3
priority = 60
keywords = ["规模"]
set = { change = "level", needs = "period" }
pattern = '''(?P<indicator>.+?){reach}{quantity:quantity}'''
  [[rules.unless]]
  id = "past"
  in = "before"
  pattern = '''已'''
  [[rules.examples]]
  text = "到2025年，装机规模达到15万千瓦。"
  expect = [{ value = 150 }]

[[rules]]
id = "target.other"
kind = "target"
pattern = '''其他{quantity:quantity}'''

[[rules]]
id = "period.by"
kind = "period"
pattern = '''到?(?P<year>20\d\d)年'''
TOML
cat > own/set.toml <<'TOML'
ruleset = "own"
version = "0.2.0"
extends = ["../base"]
disable = ["target.other"]
TOML
cat > own/rules.toml <<'TOML'
[[rules]]
id = "target.reach"
override = true
priority = 70
set = { needs = "goal" }
keywords = ["装机"]
  [[rules.unless]]
  id = "plan"
  in = "after"
  pattern = '''^规划'''
TOML

run rules check own
exits 1; writes "own/rules.toml:10:16: error[E-UNTESTED]" "own@0.2.0: 4 files, 2 rules, "
run rules list -r own
exits 0; says_nothing
that test "$(wc -l < run/out)" -eq 2
writes "target.reach  target        70    3  stable        base/rules.toml:10  reaches" \
  "period.by     period        50    1  -             base/rules.toml:27  "

# Where each key stands.
run rules show -r own target.reach
exits 0; says_nothing
cat > expected <<'TEXT'
rules                            own@0.2.0
id           base/rules.toml:2   target.reach
kind         base/rules.toml:3   target
description  base/rules.toml:4   reaches
status       base/rules.toml:5   stable
rev          base/rules.toml:6   3
priority     own/rules.toml:4    70
keywords     base/rules.toml:8   规模
keywords     own/rules.toml:6    装机
set.change   base/rules.toml:9   level
set.needs    own/rules.toml:5    goal
pattern      base/rules.toml:10  (?P<indicator>.+?){reach}{quantity:quantity}
                                 RE2 gets  (?P<indicator>.+?)(?:达到|为)(?P<quantity>[\x{E000}-\x{E0F0}])
unless       base/rules.toml:14  past in before: 已
unless       own/rules.toml:10   plan in after: ^规划
example      base/rules.toml:16  到2025年，装机规模达到15万千瓦。
                                 gives  value = 150
TEXT
that diff expected run/out
run rules show -r own period.by
exits 0; writes "priority  default             50"
run rules show -f json -r own target.reach
exits 0
writes '{"rules":"own@0.2.0","id":"target.reach","kind":"target",' '"keywords":["规模","装机"],' \
  '"set":{"change":"level","needs":"goal"},' '{"key":"priority","file":"own/rules.toml","line":4,"column":1}' \
  '"unless":[{"id":"past","in":"before","pattern":"已","file":"base/rules.toml","line":14,"column":16}' \
  '"expect":[{"value":"150"}],"because":"","todo":"","file":"base/rules.toml","line":16,"column":10}'
run rules show -r own target.reech
exits 2; says "did you mean 'target.reach'?"
run rules show -r own target.other
exits 2

# The name of the outermost set is in every output.
for format in json jsonl csv; do
  run extract -r own -f $format a.txt
  exits 0; says_nothing; writes "own@0.2.0" "150"
done
for format in text json; do
  for command in explain outline version; do
    if [ "$command" = version ]; then run version -r own -f $format; else run "$command" -r own -f $format a.txt; fi
    exits 0; writes "own@0.2.0"
  done
done
run rules list -f json -r own
exits 0; writes '"rules":"own@0.2.0"'
run extract -f csv a.txt
that test "$(head -n 1 run/out | sed 's/.*,//')" = rules
writes "plan@"

# The built-in set: by itself, extended by a file, or beside one.
run rules list
cp run/out listed
run rules list -r std
exits 0; that cmp -s run/out listed
cat > add.toml <<'TOML'
ruleset = "add"
[[rules]]
id = "name.cat"
kind = "name"
pattern = '''猫\d+'''
TOML
{ echo 'extends = ["std"]'; cat add.toml; } > extend.toml
for paths in "extend.toml" "std -r add.toml" "add.toml -r std"; do
  # shellcheck disable=SC2086  # several arguments
  run rules list -r $paths
  exits 0; that test "$(wc -l < run/out)" -eq "$(($(wc -l < listed) + 1))"
  writes "name.cat" "std/targets.toml:"
done
run extract -r std -r add.toml -f jsonl a.txt
exits 0; writes '"value":150,' '"rules":"add@0"'

# A file is read once, by whichever name.
ln -s base link
ln -s ../../base/rules.toml own/parts/again.toml
printf 'extends = ["base", "./base/../link", "own/parts"]\n' > twice.toml
run rules check twice.toml
writes "3 files, 3 rules"  # some without examples
run rules check -q base ./base "$work/base"
writes "2 files, 3 rules"
# Links may lead elsewhere than their name.
mkdir -p far/away; printf '[fragments]\nf = "x"\n' > far/wrong.toml; ln -s far/away near
printf 'extends = ["near/../wrong.toml"]\n' > linked.toml
run rules check linked.toml
exits 1; writes "/wrong.toml:2:5: error[E-TYPE]"

# What cannot be extended is told at its path, and nothing is processed.
mkfifo pipe.toml
printf 'top secret' > secret
ln -s /dev/zero endless.toml
mkdir empty
head -c 5000000 /dev/zero | tr '\0' '\n' > large.toml
cat > refused.toml <<'TOML'
extends = [
  "missing.toml",
  "pipe.toml",
  "secret",
  "endless.toml",
  "empty",
  "/etc/passwd",
  "large.toml",
  "refused.toml",
]
TOML
run rules check refused.toml
exits 1
writes "refused.toml:2:3: error[E-EXTENDS]: 'missing.toml' cannot be extended: No such file" \
  "refused.toml:3:3: error[E-EXTENDS]: 'pipe.toml' cannot be extended: no regular file" \
  "refused.toml:4:3: error[E-EXTENDS]: 'secret' cannot be extended: no rule file" \
  "refused.toml:5:3: error[E-EXTENDS]: 'endless.toml' cannot be extended: no regular file" \
  "refused.toml:6:3: error[E-EXTENDS]: 'empty' cannot be extended: no rule files (*.toml) in this directory" \
  "refused.toml:7:3: error[E-EXTENDS]: this is no relative path" \
  "refused.toml:8:3: error[E-EXTENDS]: 'large.toml' cannot be extended: larger than 4 MiB" \
  "refused.toml:9:3: error[E-EXTENDS]: the file extends itself: refused.toml → refused.toml" \
  "help: paths are relative to the file they stand in, refused.toml"
that test "$(grep -c secret run/out)" -eq 2 # its name, and never what is in it
run extract -r refused.toml a.txt
exits 3; says "refused.toml:2:3"; writes_nothing

# Several sets of one directory that extend each other may be checked together.
printf 'ruleset = "one"\n' > own/parts/one.toml
printf 'ruleset = "two"\nextends = ["one.toml"]\n' > own/parts/two.toml
rm own/parts/again.toml
run rules check own/parts
writes "two@0"

done_with_checks
