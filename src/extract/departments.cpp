// Reads who answers for a paragraph: (市甲局、市乙局等按职责分工负责), 牵头单位:…, 【责任单位:…】.
// The door is DepartmentRules::find. Brackets are found here, by their characters; what makes one a list of
// departments, and which words of it are no names, is said by the rules.
#include "extract/departments.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestList = 2000;  // bytes
constexpr std::size_t kLongestName = 40;    // characters
constexpr std::string_view kStop = "。";
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}};
constexpr std::array<std::string_view, 6> kSeparators = {"、", "，", ",", ";", " ", "\t"};

struct Bracket {
  std::size_t inner_begin;
  std::size_t inner_end;
  std::size_t end;
};

// The bracket that opens at `begin`, nested ones of its kind included.
std::optional<Bracket> bracket_at(std::string_view text, std::size_t begin) {
  for (const auto& [open, close] : kBrackets) {
    if (!text.substr(begin).starts_with(open)) continue;
    const std::size_t limit = std::min(text.size(), begin + kLongestList);
    int depth = 0;
    for (std::size_t i = begin; i < limit; ++i) {
      const std::string_view rest = text.substr(i);
      if (rest.starts_with(open)) ++depth;
      if (rest.starts_with(close) && --depth == 0) return Bracket{begin + open.size(), i, i + close.size()};
    }
  }
  return std::nullopt;
}

// A full stop and every bracket begin with one of these bytes.
bool may_matter(char c) { return c == '(' || c == '[' || c == kStop[0]; }

bool opens_bracket(std::string_view rest) {
  return std::any_of(kBrackets.begin(), kBrackets.end(), [rest](const auto& pair) { return rest.starts_with(pair.first); });
}

std::size_t separator_at(std::string_view rest) {
  for (std::string_view separator : kSeparators)
    if (rest.starts_with(separator)) return separator.size();
  return 0;
}

// Parts `list` at separators outside of brackets: 各县(市、区)政府 is one name.
std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> names;
  std::string name;
  int depth = 0;
  const auto close = [&] {
    if (!name.empty() && count_characters(name) <= kLongestName) names.push_back(name);
    name.clear();
  };
  for (std::size_t i = 0; i < list.size();) {
    const std::size_t separator = separator_at(list.substr(i));
    if (list[i] == '(') ++depth;
    if (list[i] == ')' && depth > 0) --depth;
    if (separator > 0 && (depth == 0 || is_blank(list[i]))) {
      if (list[i] != ' ') close();
      i += separator;
    } else {
      name += list[i++];
    }
  }
  close();
  return names;
}

bool holds_keyword(const Rule& rule, std::string_view text) {
  return rule.keywords.empty() || std::any_of(rule.keywords.begin(), rule.keywords.end(), [text](const std::string& word) {
           return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;  // faster than find() here
         });
}

// Puts a separator in place of every match of `rule`.
std::string cut(const AnchoredRule& rule, std::string_view list) {
  std::string result;
  while (!list.empty()) {
    const auto match = rule.find(list);
    if (!match || match->whole.empty()) break;
    const std::size_t begin = static_cast<std::size_t>(match->whole.data() - list.data());
    result.append(list.substr(0, begin)).append("、");
    list.remove_prefix(begin + match->whole.size());
  }
  return result.append(list);
}

// Puts a separator in place of the conjunction in every match.
std::string part(const AnchoredRule& rule, std::string_view list) {
  std::string result;
  while (!list.empty()) {
    const auto match = rule.find(list);
    if (!match || match->group("names").empty()) break;
    const std::string_view word = match->group("names");
    const std::size_t begin = static_cast<std::size_t>(word.data() - list.data());
    result.append(list.substr(0, begin)).append("、");
    list.remove_prefix(begin + word.size());
  }
  return result.append(list);
}

}  // namespace

DepartmentRules::DepartmentRules(const RuleSet& rules) : set_(rules) {
  for (const Rule* rule : set_.rules(RuleKind::kDepartment)) {
    const std::string_view role = set_field(*rule, "role");
    if (role == "cut") cuts_.emplace_back(*rule);
    else if (role == "and") conjunctions_.emplace_back(*rule);
    else lists_.emplace_back(*rule);
  }
}

bool DepartmentRules::possible(std::string_view text) const {
  return std::any_of(lists_.begin(), lists_.end(), [text](const AnchoredRule& rule) { return holds_keyword(rule.rule(), text); });
}

std::string_view DepartmentRules::match(std::string_view text) const {
  for (const AnchoredRule& rule : lists_) {
    if (const auto match = rule.match(text)) return match->group("names").empty() ? match->whole : match->group("names");
  }
  return {};
}

std::vector<std::string> DepartmentRules::read_names(std::string_view list) const {
  std::string rest(list);
  for (const AnchoredRule& rule : cuts_) rest = cut(rule, rest);
  for (const AnchoredRule& rule : conjunctions_) rest = part(rule, rest);
  return split(rest);
}

std::vector<DepartmentList> DepartmentRules::find(std::string_view text) const {
  std::vector<DepartmentList> lists;
  if (!possible(text)) return lists;
  bool start = true;  // of the line, or behind a full stop
  for (std::size_t i = 0; i < text.size();) {
    if (!start && !may_matter(text[i])) {
      ++i;
      continue;
    }
    const std::string_view rest = text.substr(i);
    std::size_t end = 0;
    std::string_view names;
    if (opens_bracket(rest)) {
      const auto bracket = bracket_at(text, i);
      if (bracket) names = match(text.substr(bracket->inner_begin, bracket->inner_end - bracket->inner_begin));
      if (!names.empty()) end = bracket->end;
    } else if (start) {
      names = match(clip(rest, kLongestList));
      if (!names.empty()) end = static_cast<std::size_t>(names.data() - text.data()) + names.size();
    }
    if (end > 0) {
      auto found = read_names(names);
      if (!found.empty()) lists.push_back({{i, end}, std::move(found)});
      i = end;
      continue;
    }
    start = rest.starts_with(kStop);
    i += start ? kStop.size() : 1;
  }
  return lists;
}

}  // namespace mubiao
