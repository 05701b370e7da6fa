// Sums and ratios of an evaluation, and the names of its parts.
#include <algorithm>

#include "mubiao/evaluate.h"

namespace mubiao {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Score::precision() const { return ratio(right, found); }
double Score::recall() const { return ratio(right, annotated); }
double Score::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Score& Score::operator+=(const Score& other) {
  annotated += other.annotated;
  found += other.found;
  right += other.right;
  return *this;
}

std::string_view to_string(EvalField field) {
  static constexpr std::array<std::string_view, kEvalFields> kNames = {
      "indicator", "year", "baseline_year", "bound", "change", "firmness", "section", "responsible", "indicator_exact"};
  return kNames[static_cast<std::size_t>(field)];
}

RuleScore& RuleScore::operator+=(const RuleScore& other) {
  right += other.right;
  wrong += other.wrong;
  extra += other.extra;
  missed += other.missed;
  return *this;
}

double Figures::accuracy(EvalField field) const { return ratio(fields[static_cast<std::size_t>(field)], detect.right); }

Figures& Figures::operator+=(const Figures& other) {
  detect += other.detect;
  strict += other.strict;
  delegated += other.delegated;
  milestone += other.milestone;
  context += other.context;
  context_accounted += other.context_accounted;
  std::transform(fields.begin(), fields.end(), other.fields.begin(), fields.begin(), std::plus());
  for (const auto& [rule, score] : other.rules) rules[rule] += score;
  return *this;
}

std::string_view to_string(MistakeKind kind) {
  static constexpr std::array<std::string_view, 4> kNames = {"missed", "extra", "wrong-value", "wrong-field"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace mubiao
