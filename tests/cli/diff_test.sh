# rules diff: what a change of rules does, for rules on disk, embedded, and in a git revision.
. "$(dirname "$0")/lib.sh"
mkdir plans
echo "$target" > plans/a.txt
echo "到2025年，森林覆盖率达到35%。" > plans/b.txt
mkdir rules
cp "$samples"/../rules/*.toml rules/

run rules diff std rules --corpus plans
exits 0; says_nothing; writes "0 added, 0 removed, 0 changed in 0 of 2 documents"
run rules diff rules --corpus plans/a.txt --corpus plans/b.txt
exits 0; writes "rules (" "std (" "of 2 documents"

cp -r rules worse
sed -i 's/bound = ">="/bound = "~"/' worse/bounds.toml
for format in text json markdown github sarif junit; do
  run rules diff rules worse --corpus plans -f $format
  exits 1; says_nothing; writes "plans/a" "bound"
  run rules diff rules worse --corpus plans --ignore bound -f $format
  exits 0; says_nothing
done
run rules diff rules worse --corpus plans
writes "plans/a.txt: 1 records, 1 before" "~ 1:19" "bound  >=  ->  ~" "1 changed in 1 of 2 documents"
run rules diff rules worse --corpus plans --kinds milestone
exits 0

# What cannot be read.
run rules diff rules worse --corpus missing
exits 4; says "missing"
mkdir empty
run rules diff rules worse --corpus empty
exits 4; says "no *.txt in this directory"
run rules diff rules empty --corpus plans
exits 3; says "no rule files"; writes_nothing
run rules diff :rules worse --corpus plans
exits 3; says ":rules" "No such file"; writes_nothing
run rules diff rules empty --corpus plans -f junit
exits 3; writes "the rules cannot be loaded"
run rules diff rules worse
exits 2; says "--corpus"
run rules diff rules worse --corpus plans --ignore bond
exits 2; says "unknown field 'bond'" "did you mean 'bound'?"; writes_nothing
run rules diff rules worse --corpus plans --kinds targt
exits 2; says "did you mean 'target'?"

if ! command -v git > /dev/null; then
  echo "no git: revisions are not tested"
  done_with_checks
  exit 0
fi

# Outside of a repository. GIT_CEILING_DIRECTORIES keeps git and libgit2 from looking above.
run rules diff v1 rules --corpus plans
exits 3; says "E-GIT" "'v1' is no path, and there is no git repository here"

export HOME="$work" GIT_CONFIG_NOSYSTEM=1
git init -q .
git config user.name tester
git config user.email tester@example.org
git add rules
git commit -qm one
git tag v1
cp worse/bounds.toml rules/
ln -s rules linked
git add rules linked
git commit -qm two

# same AFTER BEFORE: the revision has the rules of before the change, whichever way it is named.
for before in v1 HEAD~1 v1:rules v1:./rules HEAD^:rules/ "$(git rev-parse v1)"; do
  run rules diff "$before" rules --corpus plans
  exits 1; says_nothing; writes "$before (" "bound  >=  ->  ~"
done
run rules diff HEAD rules --corpus plans
exits 0
run rules diff v1 HEAD --rules rules --corpus plans
exits 1; writes "1 changed"
run rules diff v1 std --rules rules --corpus plans
exits 0
(cd rules && "$mubiao" rules diff v1 . --corpus ../plans) > run/out 2> run/err || true
says_nothing; writes "bound  >=  ->  ~"
(cd plans && "$mubiao" rules diff v1:rules v1:../rules --corpus .) > run/out 2> run/err
says_nothing; writes "0 changed"
# What a set extends is read at the same revision, not as it is now.
mkdir own
printf 'format = 1\nruleset = "own"\nversion = "1.0.0"\nextends = ["../rules"]\n' > own/own.toml
git add own; git commit -qm "a set of its own"; git tag own
cp "$samples"/../rules/bounds.toml rules/
run rules diff own:own own --corpus plans
exits 1; says_nothing; writes "own:own (own@1.0.0)" "bound  ~  ->  >="
git checkout -q HEAD -- rules
rm -r rules
run rules diff v1 std --rules rules --corpus plans
exits 0 # of a directory that is no longer there

# Problems of a file name it with its revision.
git checkout -q HEAD -- rules
echo 'descripton = "x"' > rules/bounds.toml
git commit -qam three
run rules diff HEAD:rules std --corpus plans
exits 3; says "HEAD:rules/bounds.toml:1:1: error[E-KEY]"; writes_nothing

run rules diff v7 rules --corpus plans
exits 3; says "'v7' is neither a path nor a revision" "git tag"
run rules diff v1:rulez rules --corpus plans
exits 3; says "no rulez at v1" "git ls-tree"
run rules diff v1:plans rules --corpus plans
exits 3; says "no plans at v1"
run rules diff HEAD:linked rules --corpus plans
exits 3; says "HEAD:linked" "a link"
run rules diff v1 --corpus plans
exits 3; says "which rule files at v1?"
run rules diff v1:../../rules rules --corpus plans
exits 3; says "outside of the git repository"
run rules diff v1 std --rules / --corpus plans
exits 3; says "outside of the git repository"
mkdir other; echo x > other/x; git add other; git commit -qm four
run rules diff HEAD:other rules --corpus plans
exits 3; says "HEAD:other: error[E-READ]: no rule files"
run rules diff "HEAD:other/x:y" rules --corpus plans
exits 3; says "no other/x:y at HEAD"
git rm -q --cached -r rules
git commit -qm five
run rules diff HEAD rules --corpus plans
exits 3; says "no rules at HEAD"

done_with_checks
