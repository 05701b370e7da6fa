// Small questions about rules and the text they match: unless clauses, set values, years.
#include "extract/rule_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/characters.h"

namespace mubiao {
namespace {

// 二〇三〇 and 二零三零: digits one by one.
constexpr std::array<std::string_view, 11> kDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "零"};

std::optional<int> digit_at(std::string_view text, std::size_t& at) {
  if (text[at] >= '0' && text[at] <= '9') return text[at++] - '0';
  for (std::size_t d = 0; d < kDigits.size(); ++d) {
    if (text.substr(at).starts_with(kDigits[d])) {
      at += kDigits[d].size();
      return static_cast<int>(d % 10);
    }
  }
  return std::nullopt;
}

// Before and after look this far at most, so that a match in a long line costs what it costs in a short one.
constexpr std::size_t kWindow = 300;

}  // namespace

std::optional<int> read_year(std::string_view text) {
  if (text.empty() || text.size() > 12) return std::nullopt;
  int year = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto digit = digit_at(text, at);
    if (!digit) return std::nullopt;
    year = year * 10 + *digit;
  }
  return year;
}

std::string_view set_value(const Rule& rule, std::string_view key) {
  const auto it = rule.set.find(key);
  return it == rule.set.end() ? std::string_view() : std::string_view(it->second);
}

std::vector<const Rule*> rules_with(const RuleSet& rules, RuleKind kind, std::string_view key, std::string_view value) {
  std::vector<const Rule*> out;
  for (const Rule* rule : rules.rules(kind)) {
    if (set_value(*rule, key) == value) out.push_back(rule);
  }
  return out;
}

int first_year_of(const Rule& rule) {
  const std::string_view first = set_value(rule, "first_year");
  int year = 1;
  std::from_chars(first.data(), first.data() + first.size(), year);
  return year;
}

bool holds_keyword(const Rule& rule, std::string_view text) {
  const std::vector<std::string>& words = rule.keywords;
  if (words.empty()) return true;
  // Those that end alike are looked for together.
  const char last = words.front().back();
  const bool alike =
      (last & 0x80) == 0 && std::all_of(words.begin(), words.end(), [last](const auto& w) { return w.back() == last; });
  if (!alike) return std::any_of(words.begin(), words.end(), [text](const auto& word) { return holds(text, word); });
  for (std::size_t i = text.find(last); i != std::string_view::npos; i = text.find(last, i + 1)) {
    const std::string_view front = text.substr(0, i + 1);
    if (std::any_of(words.begin(), words.end(), [front](const auto& word) { return front.ends_with(word); }))
      return true;
  }
  return false;
}

bool may_hold_match(std::string_view text, const Regex& regex, const std::vector<std::vector<std::string>>& literals) {
  const auto holds_one = [text](const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(), [text](const std::string& literal) { return holds(text, literal); });
  };
  return regex.compiled() || std::all_of(literals.begin(), literals.end(), holds_one);
}

std::string_view where_to_look(const Unless& unless, std::string_view text, Span match, std::string_view sentence,
                               std::string_view section) {
  switch (unless.scope) {
    case UnlessScope::kMatch:
      return slice(text, match);
    case UnlessScope::kBefore:
      return clip_front(text.substr(0, match.begin), kWindow);
    case UnlessScope::kAfter:
      return clip(text.substr(match.end), kWindow);
    case UnlessScope::kClause:
      return text;
    case UnlessScope::kSentence:
      return sentence;
    case UnlessScope::kSection:
      return section;
  }
  return {};
}

bool unless_holds(const Unless& unless, std::string_view text, Span match, std::string_view sentence,
                  std::string_view section) {
  const std::string_view where = where_to_look(unless, text, match, sentence, section);
  return may_hold_match(where, unless.regex, unless.literals) && re2::RE2::PartialMatch(where, *unless.regex);
}

}  // namespace mubiao
