# eval: figures, what belongs to what, thresholds, and what is said of annotations that are wrong.
. "$(dirname "$0")/lib.sh"
mkdir plans gold
echo "$target" > plans/a.txt
cat > gold/a.gold.jsonl <<'GOLD'
{"kind": "target", "quote": "15万千瓦", "number": "150000", "unit": "千瓦", "indicator": "天然气发电装机规模", "year": 2025, "bound": ">=", "change": "level", "firmness": "firm"}
GOLD

run eval plans --gold gold
exits 0; says_nothing; writes "plans/a.txt" "1.000/1.000/1.000" "ALL" "target.reach"
run eval --gold gold plans/a.txt -f json
exits 0; says_nothing; writes '"f1":1' '"good_enough":true' '"mistakes":[]'

# Without --gold annotations are looked for beside the documents, and the other way round.
cp gold/a.gold.jsonl plans/
run eval plans
exits 0; writes "plans/a.txt"
run eval plans/a.txt
exits 0; writes "plans/a.txt"
run eval --gold plans/a.gold.jsonl
exits 0; writes "plans/a.txt"
(cd plans && "$mubiao" eval a.txt) > run/out 2> run/err
writes "a.txt" "1.000"; says_nothing
rm plans/a.gold.jsonl

# A document that is only found need not be annotated; one that is named must be.
echo "$target" > plans/b.txt
run eval plans --gold gold
exits 0; says_nothing
run eval plans/a.txt plans/b.txt --gold gold
exits 4; says "plans/b.txt: error[E-GOLD]" "there is no b.gold.jsonl" "--gold"; writes "plans/a.txt"

# Annotations must have a document, unless the documents to measure were named.
cp gold/a.gold.jsonl gold/c.gold.jsonl
run eval plans --gold gold
exits 4; says "gold/c.gold.jsonl: error[E-GOLD]" "there is no c.txt"; writes "plans/a.txt"
run eval plans/a.txt --gold gold
exits 0; says_nothing
run eval plans/a.txt --gold gold --gold gold/c.gold.jsonl
exits 4; says "there is no c.txt"
rm gold/c.gold.jsonl

# Two of a name cannot be told apart.
mkdir other; cp plans/a.txt other/
run eval plans other --gold gold
exits 4; says "other/a.txt: error[E-GOLD]" "plans/a.txt is of the same name"; writes "plans/a.txt"

# A line that is no annotation is told with its place and left out; the others count.
printf '{"kind": "target"\n{"kind": "targt", "start": 0, "end": 1}\n' >> gold/a.gold.jsonl
run eval plans --gold gold
exits 4; says "gold/a.gold.jsonl:2:18: error[E-GOLD]" "gold/a.gold.jsonl:3:2: error[E-GOLD]" "did you mean 'target'?"; writes "1.000/1.000/1.000"

# What is wrong is listed where it stands.
cat > gold/a.gold.jsonl <<'GOLD'
{"kind": "target", "quote": "15万千瓦", "number": "150000", "unit": "千瓦", "indicator": "天然气发电装机规模", "year": 2030, "bound": ">=", "change": "level", "firmness": "firm"}
GOLD
run eval plans --gold gold --errors
exits 0; writes "plans/a.txt:1:19: wrong year of target: 到2025年，天然气发电装机规模达到【15万千瓦】以上。" "annotated  2030" "found      2025"
run eval plans --gold gold
that sh -c '! grep -q 【 run/out'

# Thresholds: what is reached, what is not, and what is none. The exit status is the same in every format.
run eval plans --gold gold --min-detect 1 --min-strict 0
exits 0
for format in text json github sarif junit; do
  run eval plans --gold gold --min-detect 1 --min-strict 0.5 -f $format
  exits 1; writes "0.5"
  run eval plans --gold gold --min-strict 0 -f $format
  exits 0
done
run eval plans --gold gold -f github
exits 0; writes "::warning file=plans/a.txt,line=1,col=19,title=wrong-field::wrong year of a target 15万千瓦: annotated is 2030, found is 2025 by target.reach"
run eval plans --gold gold -f junit --min-strict 0.5
exits 1; writes '<testcase classname="eval" name="plans/a.txt" file="plans/a.txt"><failure'
run eval plans --gold gold -f sarif
writes '"startColumn":19,"endColumn":24'
run eval plans --gold gold --min-strict 0.5
exits 1; writes "strict F1 0.000 is below 0.5"
run eval plans --gold gold --min-strict 1.5
exits 2; says "--min-strict"; writes_nothing

# Nothing to measure, no such file, nothing in it, rules that do not load.
run eval
exits 2; says "nothing to measure"; writes_nothing
run eval missing.txt --gold gold
exits 4; says "there is no missing.gold.jsonl"
run eval plans --gold missing.gold.jsonl
exits 4; says "there is no missing.txt"
mkdir empty
run eval empty --gold gold
exits 4; says "no *.txt in this directory"
run eval plans --gold gold -r empty
exits 3; writes_nothing
run eval plans --gold gold -r empty -f sarif
exits 3; writes "the rules cannot be loaded"
run eval plans --gold gold --min-detct 1
exits 2; says "did you mean '--min-detect'?"

done_with_checks
