// Which sentences are worth taking apart, and for what. Door: SentenceFilter.
#include "extract/sentence_filter.h"

#include <algorithm>

#include "extract/rule_text.h"
#include "mubiao/quantity.h"

namespace mubiao {
namespace {

std::vector<const Rule*> rules_only(const auto& candidates) {
  std::vector<const Rule*> out;
  for (const auto& candidate : candidates) out.push_back(candidate.rule);
  return out;
}

}  // namespace

std::vector<SentenceFilter::Candidate> SentenceFilter::candidates(const RuleSet& rules) {
  std::vector<Candidate> out;
  const auto add = [&](RuleKind kind, bool Chances::*chance, std::string_view key = {}, std::string_view value = {}) {
    for (const Rule* rule : rules.rules(kind)) {
      if (set_value(*rule, key) == value) out.push_back({rule, chance});
    }
  };
  // Names only hide quantities: where there is none, there is nothing to hide.
  add(RuleKind::kPeriod, &Chances::mention);
  add(RuleKind::kBaseline, &Chances::mention);
  add(RuleKind::kMood, &Chances::mood);
  add(RuleKind::kMood, &Chances::sentence_mood, "on", "sentence");
  add(RuleKind::kCarry, &Chances::stop, "effect", "stop");
  add(RuleKind::kCarry, &Chances::member, "effect", "member");
  add(RuleKind::kDelegated, &Chances::delegated);
  add(RuleKind::kMilestone, &Chances::milestone);
  return out;
}

SentenceFilter::SentenceFilter(const RuleSet& rules)
    : rules_(rules), candidates_(candidates(rules)), index_(rules_only(candidates_), LiteralIndex::Text::kSource) {}

SentenceFilter::Chances SentenceFilter::chances(std::string_view sentence) const {
  LiteralIndex::Hits hits;
  index_.search(sentence, hits);
  Chances out;
  hits.each([&](std::size_t c) {
    out.*candidates_[c].chance = true;
    return false;
  });
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  out.mention = out.mention || std::any_of(sentence.begin(), sentence.end(), is_digit) ||
                !find_quantities(sentence, rules_.units()).empty();
  return out;
}

}  // namespace mubiao
