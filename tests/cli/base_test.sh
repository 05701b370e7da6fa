# rules check --base: what changed since a git revision says so.
. "$(dirname "$0")/lib.sh"
if ! command -v git > /dev/null; then
  echo "skipped: no git"
  exit 77
fi
export HOME="$work" GIT_CONFIG_NOSYSTEM=1

cat > set.toml <<'TOML'
format = 1
ruleset = "test"
version = "1.0.0"

[[rules]]
id = "name.generation"
kind = "name"
pattern = '''第\d+代'''
  [[rules.examples]]
  text = "推广第5代产品。"
  expect = [{ match = "第5代" }]
  [[rules.examples]]
  text = "推广新一代产品。"
  expect = []
  because = "no-match"
TOML
run rules check --base HEAD set.toml
exits 3; says "E-GIT" "no git repository here"
git init -q .
git config user.name tester
git config user.email tester@example.org
git add set.toml
git commit -qm one

run rules check --base HEAD set.toml
exits 0; says_nothing; writes "no problem"
sed -i 's/第\\d+代/第[1-9]代/' set.toml
run rules check --base HEAD set.toml --fail-level warning
exits 1; writes "W-REV" "set.toml:6:6" "changed since HEAD"
run rules check set.toml --fail-level warning
exits 0
sed -i '/^pattern/i rev = 2' set.toml
run rules check --base HEAD set.toml --fail-level warning
exits 0; writes "no problem"

run rules check --base HEAD~7 set.toml -f sarif
exits 3; says "'HEAD~7' is neither a path nor a revision"; writes "the rules cannot be loaded"
run rules check --base HEAD
exits 3; says "which rule files at HEAD?"

done_with_checks
