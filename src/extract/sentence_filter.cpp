// Which sentences are worth taking apart, and for what. Door: SentenceFilter.
#include "extract/sentence_filter.h"

#include <algorithm>
#include <map>
#include <string>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "mubiao/quantity.h"

namespace mubiao {
namespace {

// Behind the candidates the index has one rule more: a Chinese numeral stands there.
Rule one_of(std::u32string_view characters) {
  Rule rule;
  for (const char32_t c : characters) rule.keywords.push_back(to_utf8(c));
  return rule;
}

using WordList = std::vector<std::string>;

// Years and periods are looked for wherever a digit stands. For the other sentences one list of words is enough: the
// more words it leaves out, the faster all sentences are read.
void keep_most_used(std::vector<WordList>& lists, const std::map<WordList, int>& users) {
  const auto fewer = [&](const WordList& a, const WordList& b) { return users.at(a) < users.at(b); };
  if (!lists.empty()) lists = {*std::max_element(lists.begin(), lists.end(), fewer)};
}

// A long list of words says yes too often to be worth its price, if the rule has a shorter one.
void keep_short(std::vector<WordList>& lists) {
  constexpr std::size_t kFewWords = 8;
  const auto shorter = [](const WordList& a, const WordList& b) { return a.size() < b.size(); };
  std::stable_sort(lists.begin(), lists.end(), shorter);
  const auto is_long = [&](const WordList& list) { return list.size() > kFewWords; };
  if (lists.size() > 1) lists.erase(std::find_if(lists.begin() + 1, lists.end(), is_long), lists.end());
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

LiteralIndex SentenceFilter::index_of(const std::vector<Candidate>& candidates) {
  std::map<WordList, int> users;
  for (const Candidate& candidate : candidates) {
    for (const WordList& list : candidate.rule->literals) ++users[list];
  }
  std::vector<Rule> wanted(candidates.size());
  std::vector<const Rule*> rules;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const Rule& rule = *candidates[c].rule;
    wanted[c].keywords = rule.keywords;
    wanted[c].literals = rule.literals;
    if (candidates[c].chance == &Chances::mention)
      keep_most_used(wanted[c].literals, users);
    else
      keep_short(wanted[c].literals);
    rules.push_back(&wanted[c]);
  }
  const Rule numeral = one_of(chinese_numerals());
  rules.push_back(&numeral);
  return LiteralIndex(rules, LiteralIndex::Text::kSource);
}

SentenceFilter::SentenceFilter(const RuleSet& rules)
    : rules_(rules), candidates_(candidates(rules)), index_(index_of(candidates_)) {}

SentenceFilter::Chances SentenceFilter::chances(std::string_view sentence) const {
  LiteralIndex::Hits hits;
  index_.search(sentence, hits);
  Chances out;
  hits.each([&](std::size_t c) {
    if (c == candidates_.size()) return true;
    out.*candidates_[c].chance = true;
    return false;
  });
  const bool numeral = hits.test(candidates_.size());
  out.mention = out.mention || holds_digit(sentence) || (numeral && holds_quantity(sentence, rules_.units()));
  return out;
}

}  // namespace mubiao
