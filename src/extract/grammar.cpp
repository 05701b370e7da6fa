// Prepares a rule set for reading sentences. Door: Grammar.
#include "extract/grammar.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "extract/rule_text.h"

namespace mubiao {
namespace {

std::vector<const Rule*> rules_of(const RuleSet& rules, std::initializer_list<RuleKind> kinds) {
  std::vector<const Rule*> out;
  for (const RuleKind kind : kinds) out.insert(out.end(), rules.rules(kind).begin(), rules.rules(kind).end());
  return out;
}

// Those on headings are asked by the section.
std::vector<const Rule*> moods_of_clauses(const RuleSet& rules) {
  std::vector<const Rule*> out = rules.rules(RuleKind::kMood);
  std::erase_if(out, [](const Rule* mood) { return set_value(*mood, "on") == "heading"; });
  return out;
}

std::vector<const Rule*> carries_of(const RuleSet& rules, std::string_view effect) {
  return rules_with(rules, RuleKind::kCarry, "effect", effect);
}

}  // namespace

Grammar::Grammar(RuleSet set)
    : rules(std::move(set)),
      filter(rules),
      mentions(rules),
      quantity_rules(rules_of(rules, {RuleKind::kContext, RuleKind::kTarget})),
      statement_rules(rules_of(rules, {RuleKind::kDelegated, RuleKind::kMilestone})),
      moods(moods_of_clauses(rules)),
      stops(carries_of(rules, "stop")),
      members(carries_of(rules, "member")),
      words(carries_of(rules, "word")),
      joints(carries_of(rules, "joint")),
      bounds(rules),
      indicators(rules),
      list_words({[this](std::string_view words_behind) { return bounds.is_word_behind(words_behind); },
                  [this](std::string_view text, std::size_t at) { return words.covers(text, at); },
                  [this](std::string_view before) -> std::size_t {
                    const auto all = [](const Rule&) { return true; };
                    const RuleMatch found = joints.first(
                        before, all, [&](const RuleMatch& match) { return match.span.end == before.size(); });
                    return found.rule != nullptr ? found.span.size() : 0;
                  }}) {}

}  // namespace mubiao
