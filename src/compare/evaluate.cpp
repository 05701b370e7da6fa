// One document's extraction beside its annotations. Door: Evaluator.
#include "mubiao/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compare/code_points.h"
#include "compare/field_match.h"
#include "compare/measures.h"
#include "compare/mistakes.h"
#include "compare/pairing.h"

namespace mubiao {

struct Evaluator::Comparer {
  UnitTable units;
  compare::Phrases phrases;
};

namespace {

using compare::MistakeWriter;
using compare::Pair;

constexpr std::array<EvalField, kEvalFields> kFields = {
    EvalField::kIndicator, EvalField::kYear,        EvalField::kBaselineYear,
    EvalField::kBound,     EvalField::kChange,      EvalField::kFirmness,
    EvalField::kSection,   EvalField::kResponsible, EvalField::kIndicatorExact,
};

/// Annotations or records of one kind.
template <typename T>
struct OfKind {
  std::vector<const T*> all;
  std::vector<Span> places;
};

class Comparison {
 public:
  Comparison(const UnitTable& units, const compare::Phrases& phrases, const Document& document,
             const Extraction& extraction, const Gold& gold)
      : units_(units),
        phrases_(phrases),
        gold_(gold),
        extraction_(extraction),
        code_points_(document),
        mistakes_(document, code_points_, extraction) {
    for (const Record& record : extraction.records) places_.push_back(code_points_.of_file(record.bytes));
    out_.path = document.path();
    out_.problems = gold.problems;
  }

  DocumentEvaluation run() {
    look_at_units();
    compare_targets();
    compare_goals(Kind::kDelegated, out_.figures.delegated);
    compare_goals(Kind::kMilestone, out_.figures.milestone);
    account_for_context();
    out_.mistakes = mistakes_.take();
    return std::move(out_);
  }

 private:
  void look_at_units();
  void compare_targets();
  void compare_target(const GoldRecord& gold, const Record& record);
  void compare_goals(Kind kind, Score& score);
  void account_for_context();
  void note_unpaired(const OfKind<GoldRecord>& gold, const OfKind<Record>& records, const std::vector<Pair>& pairs);
  bool has_right_value(const GoldRecord& gold, const Record& record) const;
  OfKind<GoldRecord> annotated(Kind kind) const;
  OfKind<Record> found(Kind kind) const;
  RuleScore& score_of(const Record& record) { return out_.figures.rules[record.rule]; }

  const UnitTable& units_;
  const compare::Phrases& phrases_;
  const Gold& gold_;
  const Extraction& extraction_;
  compare::CodePoints code_points_;
  std::vector<Span> places_;  // of the records
  MistakeWriter mistakes_;
  DocumentEvaluation out_;
};

/// A unit that the rules do not have cannot be converted: better said than counted as a mistake of theirs.
void Comparison::look_at_units() {
  std::set<std::string> told;
  for (const GoldRecord& gold : gold_.records) {
    if (gold.kind != Kind::kTarget || compare::measure_of(gold.unit, units_).known) continue;
    if (!told.insert(gold.unit).second) continue;
    out_.problems.push_back(
        {.severity = Severity::kWarning,
         .code = "W-GOLD",
         .message = fmt::format("the rule set has no unit '{}': taken for a counted thing", gold.unit),
         .where = gold.where,
         .help = "write a unit that the rules have, or add it under [dimensions]"});
  }
}

OfKind<GoldRecord> Comparison::annotated(Kind kind) const {
  OfKind<GoldRecord> out;
  for (const GoldRecord& gold : gold_.records) {
    if (gold.kind != kind) continue;
    out.all.push_back(&gold);
    out.places.push_back(gold.place);
  }
  return out;
}

OfKind<Record> Comparison::found(Kind kind) const {
  OfKind<Record> out;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (extraction_.records[i].kind != kind) continue;
    out.all.push_back(&extraction_.records[i]);
    out.places.push_back(places_[i]);
  }
  return out;
}

bool Comparison::has_right_value(const GoldRecord& gold, const Record& record) const {
  const compare::Measure asked = compare::measure_of(gold.unit, units_);
  const compare::Measure got = compare::measure_of(record.unit.value_or(""), units_);
  return asked.dimension == got.dimension && compare::same_amount(gold.value, asked, record.value, got) &&
         compare::same_amount(gold.value_high, asked, record.value_high, got);
}

void Comparison::compare_targets() {
  const OfKind<GoldRecord> gold = annotated(Kind::kTarget);
  const OfKind<Record> records = found(Kind::kTarget);
  const std::vector<Pair> pairs = compare::pair_by_overlap(gold.places, records.places);
  for (const Pair& pair : pairs) compare_target(*gold.all[pair.first], *records.all[pair.second]);
  out_.figures.detect.annotated = out_.figures.strict.annotated = gold.all.size();
  out_.figures.detect.found = out_.figures.strict.found = records.all.size();
  note_unpaired(gold, records, pairs);
}

void Comparison::compare_target(const GoldRecord& gold, const Record& record) {
  if (!has_right_value(gold, record)) {
    ++score_of(record).wrong;
    mistakes_.wrong_value(gold, record);
    return;
  }
  ++out_.figures.detect.right;
  bool strict = true;
  for (const EvalField field : kFields) {
    if (compare::is_right(field, gold, record, phrases_)) {
      ++out_.figures.fields[static_cast<std::size_t>(field)];
    } else if (field != EvalField::kIndicatorExact) {
      strict = strict && static_cast<std::size_t>(field) >= kStrictFields;
      mistakes_.wrong_field(field, gold, record);
    }
  }
  if (strict) ++out_.figures.strict.right;
  ++(strict ? score_of(record).right : score_of(record).wrong);
}

/// Goals without a number: a milestone must have its year.
void Comparison::compare_goals(Kind kind, Score& score) {
  const OfKind<GoldRecord> gold = annotated(kind);
  const OfKind<Record> records = found(kind);
  const std::vector<Pair> pairs = compare::pair_by_overlap(gold.places, records.places);
  for (const Pair& pair : pairs) {
    const GoldRecord& asked = *gold.all[pair.first];
    const Record& got = *records.all[pair.second];
    const bool right = kind == Kind::kDelegated || compare::is_right(EvalField::kYear, asked, got, phrases_);
    score.right += right ? 1 : 0;
    ++(right ? score_of(got).right : score_of(got).wrong);
    if (!right) mistakes_.wrong_field(EvalField::kYear, asked, got);
  }
  score.annotated = gold.all.size();
  score.found = records.all.size();
  note_unpaired(gold, records, pairs);
}

void Comparison::note_unpaired(const OfKind<GoldRecord>& gold, const OfKind<Record>& records,
                               const std::vector<Pair>& pairs) {
  std::vector<bool> met(gold.all.size());
  std::vector<bool> wanted(records.all.size());
  for (const Pair& pair : pairs) met[pair.first] = wanted[pair.second] = true;
  for (std::size_t i = 0; i < met.size(); ++i) {
    if (met[i]) continue;
    const std::string rule = mistakes_.missed(*gold.all[i]);
    if (!rule.empty()) ++out_.figures.rules[rule].missed;
  }
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (wanted[j]) continue;
    ++score_of(*records.all[j]).extra;
    mistakes_.extra(*records.all[j], records.places[j], gold_);
  }
}

void Comparison::account_for_context() {
  const OfKind<Record> records = found(Kind::kContext);
  for (const GoldRecord& each : gold_.records) {
    if (each.kind != Kind::kContext) continue;
    ++out_.figures.context;
    const auto overlaps = [&](Span place) { return place.overlaps(each.place); };
    if (std::any_of(records.places.begin(), records.places.end(), overlaps)) {
      ++out_.figures.context_accounted;
    } else {
      mistakes_.missed(each);
    }
  }
}

}  // namespace

Evaluator::Evaluator(const RuleSet& rules)
    : comparer_(std::make_shared<const Comparer>(Comparer{rules.units(), compare::Phrases(rules.eval_prefixes())})) {}

DocumentEvaluation Evaluator::evaluate(const Document& document, const Extraction& extraction, const Gold& gold) const {
  return Comparison(comparer_->units, comparer_->phrases, document, extraction, gold).run();
}

}  // namespace mubiao
