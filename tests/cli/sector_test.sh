# A set of rules for another sector, by itself: nothing that it needs is in the program.
# UPDATE_GOLDEN=1 rewrites what its document gives.
. "$(dirname "$0")/lib.sh"
rules=$samples/rules-education

run rules check "$rules"
exits 0; writes "education@" "no problem"; that [ "$(wc -l < run/out)" -eq 1 ]
run rules test "$rules"
exits 0; writes " 0 failed, 0 known gaps"
run rules fmt --check "$rules"
exits 0; writes_nothing

cp "$rules/plan.txt" plan.txt
run extract -r "$rules" --kinds all -f csv plan.txt
exits 0; says_nothing
[ "${UPDATE_GOLDEN:-}" != 1 ] || cp run/out "$rules/plan.csv"
that diff "$rules/plan.csv" run/out
run explain -r "$rules" --unaccounted plan.txt
exits 0
# Sections and departments come from its rules, too.
run extract -r "$rules" plan.txt
writes '"rules":"education@1.0.0"' '"title":"青澜市“十四五”教育和卫生健康发展规划"' '"section":["二、主要目标","(三)医疗卫生"]' \
  '"responsible":["市卫生健康委"]'


done_with_checks
