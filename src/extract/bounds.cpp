// Bound words beside a quantity. Door: BoundReader::read.
#include "extract/bounds.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/characters.h"
#include "extract/rule_text.h"

namespace mubiao {

namespace {

// Bound words stand near their quantity; a few modal words may stand between.
constexpr std::size_t kWindow = 90;

}  // namespace

std::vector<BoundReader::Word> BoundReader::words_of(const RuleSet& rules) {
  std::vector<Word> out;
  for (const Rule* rule : rules.rules(RuleKind::kBound)) {
    const auto bound = parse_bound(set_value(*rule, "bound"));
    if (bound) out.push_back({rule, set_value(*rule, "side") == "before", *bound});
  }
  return out;
}

std::vector<const Rule*> BoundReader::rules_beside(bool before) const {
  std::vector<const Rule*> out;
  for (const Word& word : words_) {
    if (word.before == before) out.push_back(word.rule);
  }
  return out;
}

BoundReader::BoundReader(const RuleSet& rules)
    : words_(words_of(rules)), before_(rules_beside(true)), behind_(rules_beside(false)) {}

BoundReader::Reading BoundReader::read(std::string_view segment, Span quantity) const {
  const auto first = [](const RuleMatcher& matcher, std::string_view side) {
    if (side.empty()) return static_cast<const Rule*>(nullptr);
    const auto any = [](const Rule&) { return true; };
    const auto speaks = [&](const RuleMatch& match) { return match.silencer(side) == nullptr; };
    return matcher.first(side, any, speaks).rule;
  };
  const Rule* const before = first(before_, clip_front(segment.substr(0, quantity.begin), kWindow));
  const Rule* const behind = first(behind_, segment.substr(quantity.end));
  for (const Word& word : words_) {
    if (word.rule == before || word.rule == behind) return {word.bound, word.rule};
  }
  return {};
}

bool BoundReader::is_word_behind(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&](const Word& word) { return !word.before && re2::RE2::FullMatch(text, *word.rule->regex); });
}

}  // namespace mubiao
