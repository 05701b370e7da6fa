# rules new: what it writes for each kind of rule is right as it is.
. "$(dirname "$0")/lib.sh"

kinds="heading metadata department name period baseline mood carry context target milestone delegated indicator bound"
for kind in $kinds; do
  run rules new "my.$kind" --kind "$kind"
  exits 0; says_nothing; writes "id = \"my.$kind\"" "kind = \"$kind\"" "[[rules.unless]]" "expect = []"
  cp run/out "$kind.toml"
  run rules check "$kind.toml"
  exits 0; writes "no problem"; that [ "$(wc -l < run/out)" -eq 1 ] # no warning either
  run rules test "$kind.toml"
  exits 0; writes " 0 failed, 0 known gaps"
  run rules fmt --check "$kind.toml"
  exits 0; writes_nothing
  # Not by chance: the tests look at what the rule says.
  sed "s/^pattern = .*/pattern = '''猫'''/" "$kind.toml" > broken.toml
  run rules test broken.toml
  exits 1; writes "my.$kind/1"
done
# As many as `rules new --help` names.
run rules new --help
exits 0; writes "bound" "Example:"
that [ "$(tr -s ' \n' ' ' < run/out | grep -o 'heading, .*, bound' | tr -d ' ' | tr ',' '\n' | wc -l)" -eq "$(echo "$kinds" | wc -w)" ]

# The kind is what the id begins with, or target.
run rules new period.my-year
exits 0; writes 'kind = "period"'
run rules new my.rule
exits 0; writes 'kind = "target"'

run rules new My.Rule
exits 2; says "'My.Rule' is no id"; writes_nothing
run rules new 'a"b'
exits 2; writes_nothing
run rules new a --kind targt
exits 2; says "did you mean 'target'"
run rules new
exits 2

done_with_checks
