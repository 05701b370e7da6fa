// Reads who answers for a paragraph: (市甲局、市乙局等按职责分工负责), 牵头单位:…, 【责任单位:…】.
// The door is DepartmentRules::find. Brackets are found here, by their characters; what makes one a list of
// departments, and which words of it are no names, is said by the rules.
#include "extract/departments.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "text/scan.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestList = 2000;  // bytes
constexpr std::size_t kLongestName = 40;    // characters
constexpr std::string_view kStop = "。";
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}};
// All begin with a byte that split() looks for.
constexpr std::array<std::string_view, 7> kSeparators = {"、", "，", ",", ";", "。", " ", "\t"};

// Brackets nest so deep; what is deeper is no list.
constexpr std::size_t kDeepest = 4;

// Looks at the last byte first: in Chinese text, most characters that begin like a mark end otherwise.
bool is_at(std::string_view text, std::size_t at, std::string_view mark) {
  return at + mark.size() <= text.size() && text[at + mark.size() - 1] == mark.back() &&
         text.substr(at).starts_with(mark);
}

// The index in kBrackets of a bracket, opening or closing, at text[at]; kNone if there is none.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
std::size_t kind_of_bracket(std::string_view text, std::size_t at, bool closing) {
  for (std::size_t kind = 0; kind < kBrackets.size(); ++kind) {
    const std::string_view bracket = closing ? kBrackets[kind].second : kBrackets[kind].first;
    if (is_at(text, at, bracket)) return kind;
  }
  return kNone;
}

// The first place at or behind `i` where a bracket, and where `stops` matter a full stop, may begin. 、 and 。 begin
// like 【, so that looking at the first byte alone would mean a halt at every comma: the two behind it tell.
std::size_t find_mark(std::string_view text, std::size_t i, bool stops) {
  const auto byte = [](char c) { return static_cast<std::int8_t>(c); };
  const std::int8_t end_of_stop = byte(stops ? kStop[2] : '\x90');
  const auto of_bytes = [text, byte, end_of_stop](std::size_t at) {
    const scan::Bytes first = scan::load_bytes(text, at);
    const scan::Bytes second = scan::load_bytes(text, at + 1);
    const scan::Bytes third = scan::load_bytes(text, at + 2);
    return ((first & ~1) == '(') | ((first | 6) == ('[' | 6)) |
           ((second == byte('\x80')) & (((third & byte('\xFA')) == byte('\x90')) | (third == end_of_stop)));
  };
  const auto is = [text](std::size_t at) {
    return text[at] == '(' || text[at] == ')' || text[at] == '[' || text[at] == ']' || text[at] == kStop[0];
  };
  return scan::find_sixteen(text, i, 0, 2, of_bytes, is);
}

struct OpenBracket {
  std::size_t begin;
  std::size_t kind;  // index in kBrackets
};

// The brackets that are open at some place of a text.
class OpenBrackets {
 public:
  /// Length of the opening bracket at text[at], which is then open; 0 if there is none.
  std::size_t enter(std::string_view text, std::size_t at) {
    const std::size_t kind = kind_of_bracket(text, at, false);
    if (kind == kNone) return 0;
    if (open_.size() == kDeepest) open_.erase(open_.begin());
    open_.push_back({at, kind});
    return kBrackets[kind].first.size();
  }
  /// Length of the closing bracket at text[at]; 0 if there is none. `inner` is what stands between it and its
  /// opening one, or empty.
  std::size_t leave(std::string_view text, std::size_t at, Span& inner) {
    const std::size_t kind = kind_of_bracket(text, at, true);
    if (kind == kNone) return 0;
    while (!open_.empty() && open_.back().kind != kind) open_.pop_back();
    inner = {};
    if (!open_.empty()) {
      inner = {open_.back().begin + kBrackets[kind].first.size(), at};
      open_.pop_back();
    }
    return kBrackets[kind].second.size();
  }
  void clear() { open_.clear(); }

 private:
  std::vector<OpenBracket> open_;
};

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
    const std::size_t next = find_any(list, i, '(', ')', ',', ';', ' ', '\t', '\xE3', '\xEF');
    name.append(list, i, next - i);
    if ((i = next) == list.size()) break;
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
    const std::string_view role = set_value(*rule, "role");
    if (role == "bracket")
      bracketed_.emplace_back(*rule);
    else if (role == "cut")
      cuts_.emplace_back(*rule);
    else if (role == "and")
      conjunctions_.emplace_back(*rule);
    else
      lists_.emplace_back(*rule);
  }
}

bool DepartmentRules::possible(std::string_view text) const {
  const auto possible_by = [text](const AnchoredRule& rule) { return holds_keyword(rule.rule(), text); };
  return std::any_of(lists_.begin(), lists_.end(), possible_by) ||
         std::any_of(bracketed_.begin(), bracketed_.end(), possible_by);
}

std::string_view DepartmentRules::match(const std::vector<const AnchoredRule*>& rules, std::string_view text) {
  for (const AnchoredRule* rule : rules)
    if (const auto found = rule->match(text)) return found->whole;
  return {};
}

std::vector<std::string> DepartmentRules::read_names(std::string_view list) const {
  std::string rest(list);
  for (const AnchoredRule& rule : cuts_) rest = cut(rule, rest);
  for (const AnchoredRule& rule : conjunctions_) rest = part(rule, rest);
  return split(rest);
}

std::vector<DepartmentList> DepartmentRules::find(std::string_view text) const {
  std::vector<const AnchoredRule*> anywhere;
  for (const AnchoredRule& rule : lists_)
    if (holds_keyword(rule.rule(), text)) anywhere.push_back(&rule);
  std::vector<const AnchoredRule*> inside;  // brackets; filled for the first one that may be a list
  const auto match_inside = [&](std::string_view content) {
    if (inside.empty()) {
      inside = anywhere;
      for (const AnchoredRule& rule : bracketed_) inside.push_back(&rule);
    }
    return match(inside, content);
  };

  std::vector<DepartmentList> lists;
  const auto add = [&](Span span, std::string_view names) {
    auto found = read_names(names);
    if (found.empty()) return;
    while (!lists.empty() && span.contains(lists.back().span)) lists.pop_back();  // a bracket inside this one
    lists.push_back({span, std::move(found)});
  };
  OpenBrackets open;
  bool start = !anywhere.empty();  // of the line, or behind a full stop
  for (std::size_t i = 0; i < text.size();) {
    if (start) {
      start = false;
      const std::string_view names = match(anywhere, clip(text.substr(i), kLongestList));
      if (!names.empty()) {
        add({i, i + names.size()}, names);
        i += names.size();
        open.clear();
        continue;
      }
    }
    i = find_mark(text, i, !anywhere.empty());
    if (i == text.size()) break;
    Span inner;
    if (const std::size_t opened = open.enter(text, i)) {
      i += opened;
    } else if (const std::size_t closed = open.leave(text, i, inner)) {
      const std::string_view content = slice(text, inner);
      if (!inner.empty() && inner.size() <= kLongestList && possible(content)) {
        const std::string_view names = match_inside(content);
        if (!names.empty()) add({inner.begin - closed, i + closed}, names);
      }
      i += closed;
    } else {
      const bool stop = is_at(text, i, kStop);
      start = stop && !anywhere.empty();
      i += stop ? kStop.size() : 1;
    }
  }
  return lists;
}

}  // namespace mubiao
