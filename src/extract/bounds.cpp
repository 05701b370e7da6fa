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

// False if the rule cannot match `text`.
bool may_match(const Rule& rule, std::string_view text) {
  return std::all_of(rule.literals.begin(), rule.literals.end(), [&](const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& l) { return text.find(l) != std::string_view::npos; });
  });
}

}  // namespace

BoundReader::BoundReader(const RuleSet& rules) {
  for (const Rule* rule : rules.rules(RuleKind::kBound)) {
    const auto bound = parse_bound(set_value(*rule, "bound"));
    if (bound) words_.push_back({rule, set_value(*rule, "side") == "before", *bound});
  }
}

BoundReader::Reading BoundReader::read(std::string_view segment, Span quantity) const {
  const std::string_view before = clip_front(segment.substr(0, quantity.begin), kWindow);
  const std::string_view after = segment.substr(quantity.end);
  if (before.empty() && after.empty()) return {};
  for (const Word& word : words_) {
    const std::string_view side = word.before ? before : after;
    if (!may_match(*word.rule, side)) continue;
    re2::StringPiece hit;
    if (!word.rule->regex->Match(side, 0, side.size(), re2::RE2::UNANCHORED, &hit, 1)) continue;
    const auto begin = static_cast<std::size_t>(hit.data() - side.data());
    const Span match{begin, begin + hit.size()};
    if (std::any_of(word.rule->unless.begin(), word.rule->unless.end(),
                    [&](const Unless& u) { return unless_holds(u, side, match); })) {
      continue;
    }
    return {word.bound, word.rule};
  }
  return {};
}

bool BoundReader::is_word_behind(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&](const Word& word) { return !word.before && re2::RE2::FullMatch(text, *word.rule->regex); });
}

}  // namespace mubiao
