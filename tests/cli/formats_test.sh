# Reports of rules check and rules test: in every format they go to stdout, and the exit status is the same.
. "$(dirname "$0")/lib.sh"
schemas=$(cd "$samples/../tests/schemas" && pwd)

cat > good.toml <<'TOML'
[[rules]]
id = "name.article"
kind = "name"
pattern = '''第\d+条'''
[[rules.examples]]
text = "按照第15条执行。"
expect = [{}]
[[rules.examples]]
text = "第六个"
expect = [{}]
todo = "Chinese numerals"
TOML
sed 's/第15条/第15款/' good.toml > failing.toml
sed 's/kind = "name"/kid = "name"/' good.toml > broken.toml

# same STATUS ARGUMENT...: in every format.
same() {
  expected=$1
  shift
  for format in text json github sarif junit; do
    run "$@" -f "$format"
    exits "$expected"
    if [ "$expected" -le 1 ]; then says_nothing; else that test -s run/err; fi
    if [ "$expected" -le 1 ] || [ "$format" != text ]; then
      that test -s run/out
      cp run/out "$2-$expected.$format"
    else
      writes_nothing
    fi
  done
}
same 0 rules check good.toml
same 1 rules check broken.toml
same 3 rules check missing.toml
same 0 rules test good.toml
same 1 rules test failing.toml
same 3 rules test broken.toml
run rules check -f xml good.toml
exits 2; says "'xml' is not known" "text" "sarif"

# Nobody is there to read: as with any other result.
last="rules check > /dev/full"
status=0; "$mubiao" rules check broken.toml -f sarif > /dev/full 2> run/err || status=$?
echo "$status" > run/status
exits 5; says "E-WRITE"

for file in *.junit; do
  last="$file"
  that xmllint --noout --schema "$schemas/junit.xsd" "$file" 2> run/err
done
for file in *.json *.sarif; do
  last="$file"
  that grep -q '^{' "$file"
done
last="rules that cannot be loaded"
for format in json github sarif junit; do that grep -q 'the rules cannot be loaded' "test-3.$format"; done
last="test-1.junit"
that grep -q '<failure message=' test-1.junit
that grep -q '<skipped message=' test-0.junit

# The schema of the standard is not part of this project; where MUBIAO_SARIF_SCHEMA names it, it decides.
if [ -n "${MUBIAO_SARIF_SCHEMA:-}" ]; then
  for file in *.sarif; do
    last="$file"
    that python3 -c '
import json, sys, jsonschema
jsonschema.Draft4Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))
' "$MUBIAO_SARIF_SCHEMA" "$file"
  done
fi

done_with_checks
