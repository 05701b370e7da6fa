// Makes the phrase that names what is measured. Door: IndicatorCleaner.
#include "extract/indicator.h"

#include <algorithm>

#include "extract/characters.h"
#include "extract/clause_marks.h"
#include "extract/overlap.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

// Cuts `joint` at every list mark outside brackets.
std::vector<std::string> split_list(const std::string& joint) {
  std::vector<std::string> out(1);
  int depth = 0;
  for (std::size_t i = 0; i < joint.size();) {
    const std::string_view rest = std::string_view(joint).substr(i);
    if (rest[0] == '(') ++depth;
    if (rest[0] == ')') --depth;
    const auto mark =
        std::find_if(kListMarks.begin(), kListMarks.end(), [&](std::string_view m) { return rest.starts_with(m); });
    if (depth == 0 && mark != kListMarks.end() && i > 0) {
      out.emplace_back();
      i += mark->size();
      continue;
    }
    out.back() += joint[i++];
  }
  return out;
}

// What 可再生能源 lacks of 本地可再生能源占全社会用电量比重: the text behind the last place where `shorter`
// stands in `longer`.
std::string tail_behind(std::string_view shorter, std::string_view longer) {
  const std::size_t at = longer.rfind(shorter);
  return at == std::string_view::npos ? std::string() : std::string(longer.substr(at + shorter.size()));
}

std::vector<const Rule*> rules_of(const RuleSet& rules, std::string_view effect) {
  return rules_with(rules, RuleKind::kIndicator, "effect", effect);
}

}  // namespace

IndicatorCleaner::Searched::Searched(const Rule* r) : rule(r), search(r->pattern, r->regex) {}

Span IndicatorCleaner::Searched::match(std::string_view text) const {
  const Span match = search.find(text).value_or(Span{});
  if (match.empty()) return {};
  const auto holds = [&](const Unless& unless) { return unless_holds(unless, text, match); };
  return std::any_of(rule->unless.begin(), rule->unless.end(), holds) ? Span{} : match;
}

std::string IndicatorCleaner::first_match(const std::vector<Searched>& rules, std::string_view text) {
  for (const Searched& rule : rules) {
    if (const Span match = rule.match(text); !match.empty()) return std::string(slice(text, match));
  }
  return {};
}

IndicatorCleaner::Cutter::Cutter(const std::vector<const Rule*>& rules)
    : cuts_(rules.begin(), rules.end()), index_(rules) {}

// Where the first rule from `from` on cuts the phrase, which `hits` is of; `from` is moved behind that rule. Empty if
// none does.
Span IndicatorCleaner::Cutter::next_cut(std::string_view phrase, const LiteralIndex::Hits& hits,
                                        std::size_t& from) const {
  Span out;
  hits.each([&](std::size_t c) {
    if (c < from) return false;
    const Span match = cuts_[c].match(phrase);
    if (match.empty() || match.size() == phrase.size()) return false;  // never cut it away whole
    out = match;
    from = c + 1;
    return true;
  });
  return out;
}

bool IndicatorCleaner::Cutter::cuts(std::string_view phrase) const {
  LiteralIndex::Hits hits;
  index_.search(phrase, hits);
  std::size_t from = 0;
  return !next_cut(phrase, hits, from).empty();
}

std::string IndicatorCleaner::Cutter::cut(std::string phrase) const {
  constexpr int kRounds = 12;
  LiteralIndex::Hits hits;
  index_.search(phrase, hits);
  for (int round = 0; round < kRounds; ++round) {
    const std::size_t before = phrase.size();
    std::size_t from = 0;
    for (Span cut = next_cut(phrase, hits, from); !cut.empty(); cut = next_cut(phrase, hits, from)) {
      phrase.erase(cut.begin, cut.size());
      index_.search(phrase, hits);
    }
    if (phrase.size() == before) break;
  }
  return phrase;
}

std::vector<IndicatorCleaner::Searched> IndicatorCleaner::searched(const std::vector<const Rule*>& rules) {
  return {rules.begin(), rules.end()};
}

IndicatorCleaner::IndicatorCleaner(const RuleSet& rules)
    : cuts_(rules_of(rules, "cut")),
      antecedents_(rules_of(rules, "antecedent")),
      prefixes_(searched(rules_of(rules, "prefix"))),
      suffixes_(searched(rules_of(rules, "suffix"))),
      attributes_(searched(rules_of(rules, "attribute"))),
      owners_(searched(rules_of(rules, "whose"))),
      deeds_(searched(rules_of(rules, "deed"))),
      completes_(searched(rules_of(rules, "complete"))),
      enders_(searched(rules_of(rules, "ends-members"))),
      empties_(rules_of(rules, "empty")),
      nameless_(rules_of(rules, "nameless")) {}

bool IndicatorCleaner::is_nameless(std::string_view phrase) const { return nameless_.any(phrase); }

bool IndicatorCleaner::is_empty(std::string_view phrase) const { return empties_.any(phrase) || is_nameless(phrase); }

std::string IndicatorCleaner::clean(std::string indicator) const { return cuts_.cut(std::move(indicator)); }

std::string IndicatorCleaner::antecedent(std::string clause) const {
  return clean(antecedents_.cut(std::move(clause)));
}

bool IndicatorCleaner::is_antecedent(std::string_view phrase) const {
  return !antecedents_.cuts(phrase) && !cuts_.cuts(phrase);
}

bool IndicatorCleaner::says_what_is_measured(std::string_view phrase) const {
  return !first_match(suffixes_, phrase).empty() || !first_match(completes_, phrase).empty();
}

// Members of a list are built alike: 常住人口 ends as 户籍人口 does in 户籍人口城镇化率, and lacks what stands behind
// it. One character makes two words alike only where they are short, and as long as each other (公交车 and 出租车).
std::string IndicatorCleaner::parallel_tail(std::string_view mine, std::string_view last) const {
  constexpr std::size_t kShort = 3;
  constexpr std::size_t kMostAlike = 36;  // bytes; no word is longer
  const std::size_t first = mine.size() - clip_front(mine, kMostAlike).size();
  for (std::size_t from = std::max<std::size_t>(first, 1); from < mine.size(); ++from) {
    if (is_continuation(mine[from])) continue;
    const std::string_view alike = mine.substr(from);
    const std::size_t at = last.find(alike, 1);
    if (at == std::string_view::npos) continue;
    if (count_characters(alike) == 1 && (at != from || count_characters(mine) > kShort)) continue;
    const std::string_view tail = last.substr(at + alike.size());
    if (says_what_is_measured(tail)) return std::string(tail);
  }
  return {};
}

std::string IndicatorCleaner::member(const std::string& joint, std::size_t index, std::size_t count) const {
  std::vector<std::string> members = split_list(joint);
  if (members.size() != count) return joint;
  // A、B、C等3项污染物排放量: what is said of all of them is not of the last one.
  for (const Searched& rule : enders_) {
    const Span all = rule.match(members.back());
    const std::string shared = all.empty() ? "" : first_match(suffixes_, members.back().substr(all.end));
    if (shared.empty() || all.begin == 0) continue;
    members.back().replace(all.begin, std::string::npos, shared);
    break;
  }
  std::string& mine = members[index];
  const std::string& last = members.back();
  const std::string prefix = first_match(prefixes_, members.front());
  if (index > 0 && !prefix.empty() && first_match(prefixes_, mine).empty()) mine = prefix + mine;
  if (index + 1 < count) {
    // 水、电、气费: a single character stands for the first one of the last member.
    const auto one = [](const std::string& s) { return !s.empty() && character_bytes(s[0]) == s.size(); };
    if (one(mine) && !one(last)) return mine + last.substr(character_bytes(last[0]));
    if (const std::string tail = tail_behind(mine, last); !tail.empty()) return mine + tail;
    const std::string suffix = first_match(suffixes_, last);
    // 东江市、西岭县光伏发电项目: what is measured stands behind the last of those whose it is.
    if (suffix.empty() && is_owner(mine) && measure(last) != last) return mine + measure(last);
    if (says_what_is_measured(mine)) return mine;
    if (const std::string tail = parallel_tail(mine, last); !tail.empty()) return mine + tail;
    if (!suffix.empty()) append_once(mine, suffix);
  }
  return mine;
}

bool IndicatorCleaner::divides(const std::string& joint, std::size_t count) const {
  return split_list(clean(joint)).size() == count;
}

bool IndicatorCleaner::is_owner(std::string_view phrase) const {
  return std::any_of(owners_.begin(), owners_.end(), [&](const Searched& rule) {
    return rule.match(phrase) == Span{0, phrase.size()};
  });
}

std::string IndicatorCleaner::measure(std::string indicator) const {
  return without_front(owners_, std::move(indicator));
}

std::string IndicatorCleaner::thing(std::string indicator) const { return without_front(deeds_, std::move(indicator)); }

std::string IndicatorCleaner::without_front(const std::vector<Searched>& rules, std::string indicator) {
  for (const Searched& rule : rules) {
    const Span match = rule.match(indicator);
    if (match.empty() || match.begin > 0 || match.end == indicator.size()) continue;
    indicator.erase(0, match.end);
    break;
  }
  return indicator;
}

Span IndicatorCleaner::attribute(std::string_view phrase) const {
  for (const Searched& rule : attributes_) {
    if (const Span match = rule.match(phrase); !match.empty()) return match;
  }
  return {};
}

std::optional<std::string_view> IndicatorCleaner::behind_attribute(std::string_view phrase) const {
  const Span found = attribute(phrase);
  return found.empty() ? std::nullopt : std::optional(phrase.substr(found.end));
}

}  // namespace mubiao
