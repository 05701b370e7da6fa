// Makes the phrase that names what is measured. Door: IndicatorCleaner.
#include "extract/indicator.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "extract/characters.h"
#include "extract/pattern_elements.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

constexpr std::array<std::string_view, 5> kListMarks = {"、", "以及", "和", "及", "与"};

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

// Where the rule matches `text`: an empty span if nowhere, or if an unless clause silences it there.
Span match_of(const Rule& rule, std::string_view text) {
  re2::StringPiece hit;
  if (!rule.regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, &hit, 1) || hit.empty()) return {};
  const auto begin = static_cast<std::size_t>(hit.data() - text.data());
  const Span match{begin, begin + hit.size()};
  const auto holds = [&](const Unless& unless) { return unless_holds(unless, text, match); };
  return std::any_of(rule.unless.begin(), rule.unless.end(), holds) ? Span{} : match;
}

// The match of the first rule that matches `text`, or "".
std::string first_match(const std::vector<const Rule*>& rules, std::string_view text) {
  for (const Rule* rule : rules) {
    if (const Span match = match_of(*rule, text); !match.empty()) return std::string(slice(text, match));
  }
  return {};
}

// What 可再生能源 lacks of 本地可再生能源占全社会用电量比重: the text behind the last place where `shorter`
// stands in `longer`.
std::string tail_behind(std::string_view shorter, std::string_view longer) {
  const std::size_t at = longer.rfind(shorter);
  return at == std::string_view::npos ? std::string() : std::string(longer.substr(at + shorter.size()));
}

std::vector<const Rule*> rules_with(const RuleSet& rules, std::string_view effect) {
  std::vector<const Rule*> out;
  for (const Rule* rule : rules.rules(RuleKind::kIndicator)) {
    if (set_value(*rule, "effect") == effect) out.push_back(rule);
  }
  return out;
}

}  // namespace

IndicatorCleaner::Cutter::Cutter(const std::vector<const Rule*>& rules) : index_(rules) {
  for (const Rule* rule : rules) {
    const auto elements = elements_of(rule->pattern);  // none: alternatives, of which some may match anywhere
    const bool at_start = elements && !elements->empty() && elements->front().text == "^";
    cuts_.push_back({rule, edges_of(rule->pattern), at_start});
  }
}

bool IndicatorCleaner::Cutter::Cut::may_match(std::string_view text) const {
  if (text.empty()) return true;
  if (at_start && !edges.first.contains(first_character(text))) return false;
  return !edges.last || edges.last->contains(last_character(text));
}

// Where the first rule from `from` on cuts the phrase, which `hits` is of; `from` is moved behind that rule. Empty if
// none does.
Span IndicatorCleaner::Cutter::next_cut(std::string_view phrase, const LiteralIndex::Hits& hits,
                                        std::size_t& from) const {
  Span out;
  hits.each([&](std::size_t c) {
    if (c < from || !cuts_[c].may_match(phrase)) return false;
    const Span match = match_of(*cuts_[c].rule, phrase);
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

IndicatorCleaner::IndicatorCleaner(const RuleSet& rules)
    : cuts_(rules_with(rules, "cut")),
      antecedents_(rules_with(rules, "antecedent")),
      prefixes_(rules_with(rules, "prefix")),
      suffixes_(rules_with(rules, "suffix")),
      empties_(rules_with(rules, "empty")) {}

bool IndicatorCleaner::is_empty(std::string_view phrase) const { return empties_.any(phrase); }

std::string IndicatorCleaner::clean(std::string indicator) const { return cuts_.cut(std::move(indicator)); }

std::string IndicatorCleaner::antecedent(std::string clause) const {
  return clean(antecedents_.cut(std::move(clause)));
}

bool IndicatorCleaner::is_antecedent(std::string_view phrase) const {
  return !antecedents_.cuts(phrase) && !cuts_.cuts(phrase);
}

std::string IndicatorCleaner::member(const std::string& joint, std::size_t index, std::size_t count) const {
  std::vector<std::string> members = split_list(joint);
  if (members.size() != count) return joint;
  std::string& mine = members[index];
  const std::string& last = members.back();
  const std::string prefix = first_match(prefixes_, members.front());
  if (index > 0 && !prefix.empty() && first_match(prefixes_, mine).empty()) mine = prefix + mine;
  if (index + 1 < count) {
    if (const std::string tail = tail_behind(mine, last); !tail.empty()) return mine + tail;
    const std::string suffix = first_match(suffixes_, last);
    if (!suffix.empty() && first_match(suffixes_, mine).empty()) mine += suffix;
  }
  return mine;
}

}  // namespace mubiao
