// Which sentences are worth taking apart. Door: SentenceFilter.
#include "extract/sentence_filter.h"

#include <algorithm>
#include <array>

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
  const auto add = [&](RuleKind kind, Group group) {
    for (const Rule* rule : rules.rules(kind)) {
      if (group != kMood || set_value(*rule, "on") == "sentence") out.push_back({rule, group});
    }
  };
  // Names only hide quantities: where there is none, there is nothing to hide.
  add(RuleKind::kPeriod, kMention);
  add(RuleKind::kBaseline, kMention);
  add(RuleKind::kMood, kMood);
  add(RuleKind::kDelegated, kDelegated);
  add(RuleKind::kMilestone, kMilestone);
  return out;
}

SentenceFilter::SentenceFilter(const RuleSet& rules)
    : rules_(rules), candidates_(candidates(rules)), index_(rules_only(candidates_)) {}

SentenceFilter::Chances SentenceFilter::chances(std::string_view sentence) const {
  LiteralIndex::Hits hits;
  index_.search(sentence, hits);
  std::array<bool, kGroups> may{};
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    if (hits.test(c)) may[candidates_[c].group] = true;
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool mention = may[kMention] || std::any_of(sentence.begin(), sentence.end(), is_digit) ||
                       !find_quantities(sentence, rules_.units()).empty();
  return {mention, may[kMood], may[kDelegated], may[kMilestone]};
}

}  // namespace mubiao
