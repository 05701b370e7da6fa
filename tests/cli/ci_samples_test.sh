# The hooks for pre-commit and the samples for CI: their commands are there, pass for rules that are right, and fail
# for others.
. "$(dirname "$0")/lib.sh"
root=$(cd "$samples/.." && pwd)
mkdir bin; ln -s "$mubiao" bin/mubiao
PATH=$work/bin:$PATH
mkdir rules; cp "$samples"/rules-education/*.toml rules

# Each hook as one command line. pre-commit adds the files that changed, unless told not to.
awk '
  function end() { if (entry != "") print entry (args == "" ? "" : " " args) (pass ? " rules/set.toml rules/targets.toml" : "") }
  /^- id:/ { end(); entry = ""; args = ""; pass = 1 }
  /^  entry: / { sub(/^  entry: /, ""); entry = $0 }
  /^  args: / { gsub(/^  args: \[|\]$/, ""); gsub(/, /, " "); args = $0 }
  /^  pass_filenames: false$/ { pass = 0 }
  END { end() }' "$root/.pre-commit-hooks.yaml" > hooks
that [ "$(wc -l < hooks)" -eq 3 ]

# What a sample runs once mubiao is there.
commands() { sed -n 's/^ *\(- \|run: \)\(.*mubiao rules .*\|test -z .*\)$/\2/p' "$1"; }
commands "$samples/ci/github-workflow.yml" > github
commands "$samples/ci/gitlab-ci.yml" > gitlab
that [ "$(wc -l < github)" -eq 4 ]
that [ "$(wc -l < gitlab)" -eq 4 ]

# all STATUS FILE...: each line of the hooks and the workflow is a step, the lines of GitLab are one script.
all() {
  last="hooks and workflow"
  failed=0
  while IFS= read -r line; do
    sh -e -c "$line" > run/out 2> run/err || { failed=$((failed + 1)); last="$line"; }
  done <<LINES
$(cat hooks github)
LINES
  echo "$failed" > run/status
  exits "$1"
  last="gitlab"
  status=0; sh -e gitlab > run/out 2> run/err || status=1
  echo "$status" > run/status
  exits "$2"
  for file in rules.sarif check.xml test.xml; do that test -s "$file"; rm "$file"; done
}
all 0 0
# One line of an example is wrong: test fails, in the hooks and the workflow.
cp rules/targets.toml kept
sed -i 's/value = 56000/value = 56/' rules/targets.toml
all 2 1
# A word is misspelled: check and test fail in both, writing SARIF does not.
sed 's/change = "level"/change = "levl"/' kept > rules/targets.toml
all 4 1
# The layout is wrong.
sed 's/^kind = /kind=/' kept > rules/targets.toml
all 2 1

done_with_checks
