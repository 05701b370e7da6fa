// The syntax of patterns, as far as matching them in parts needs it. Doors: elements_of, alternatives_of, inside_of,
// repeat_of. Patterns were accepted by RE2; what is not known here is an element that nobody looks into.
#include "extract/pattern_elements.h"

#include <array>
#include <charconv>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::string_view kNamed = "(?P<";
constexpr std::size_t kNone = std::string_view::npos;

// \Q…\E is no element: what stands in it has another syntax.
std::size_t end_of_escape(std::string_view p, std::size_t i) {
  if (i + 1 < p.size() && p[i + 1] == 'Q') return kNone;
  if (i + 2 < p.size() && p[i + 2] == '{' && (p[i + 1] == 'x' || p[i + 1] == 'p' || p[i + 1] == 'P')) {
    const std::size_t close = p.find('}', i);
    return close == kNone ? kNone : close + 1;
  }
  return i + 2 <= p.size() ? i + 2 : kNone;
}

std::size_t end_of_class(std::string_view p, std::size_t i) {
  ++i;
  if (i < p.size() && p[i] == '^') ++i;
  if (i < p.size() && p[i] == ']') ++i;
  while (i < p.size() && p[i] != ']') i = p[i] == '\\' ? end_of_escape(p, i) : i + 1;
  return i < p.size() ? i + 1 : kNone;
}

// (?i) by itself: it says how the elements behind it are read, so that they mean something else without it.
bool is_flags(std::string_view element) { return element.starts_with("(?") && element.find_first_of(":<") == kNone; }

// What is looked at inside a group that is stepped over.
constexpr std::array<bool, 256> kOfGroups = [] {
  std::array<bool, 256> out{};
  for (const unsigned char c : std::string_view("\\[()")) out[c] = true;
  return out;
}();

std::size_t end_of_group(std::string_view p, std::size_t i) {
  int depth = 0;
  while (i < p.size()) {
    if (!kOfGroups[static_cast<unsigned char>(p[i])]) {
      ++i;
    } else if (p[i] == '\\') {
      i = end_of_escape(p, i);
    } else if (p[i] == '[') {
      i = end_of_class(p, i);
    } else {
      if (p[i] == '(') ++depth;
      if (p[i] == ')' && --depth == 0) return i + 1;
      ++i;
    }
  }
  return kNone;
}

std::size_t end_of_element(std::string_view p, std::size_t i) {
  switch (p[i]) {
    case '(':
      return end_of_group(p, i);
    case '[':
      return end_of_class(p, i);
    case '\\':
      return end_of_escape(p, i);
    default:
      break;
  }
  const std::size_t end = i + character_bytes(p[i]);
  return end <= p.size() ? end : kNone;
}

}  // namespace

std::optional<std::string_view> quantifier_at(std::string_view p, std::size_t at) {
  if (at >= p.size()) return "";
  std::size_t end = at;
  if (p[at] == '{') {
    end = p.find('}', at);
    if (end == kNone) return std::nullopt;
    ++end;
  } else if (p[at] == '*' || p[at] == '+' || p[at] == '?') {
    ++end;
  } else {
    return "";
  }
  if (end < p.size() && p[end] == '?') ++end;
  return p.substr(at, end - at);
}

std::optional<Repeat> repeat_of(std::string_view quantifier) {
  if (quantifier.empty()) return Repeat{};
  const bool lazy = quantifier.size() > 1 && quantifier.ends_with('?');
  if (lazy) quantifier.remove_suffix(1);
  if (quantifier == "?") return Repeat{0, 1, lazy};
  if (quantifier == "*") return Repeat{0, std::nullopt, lazy};
  if (quantifier == "+") return Repeat{1, std::nullopt, lazy};
  const char* const end = quantifier.data() + quantifier.size() - 1;  // "}"
  unsigned least = 0;
  auto [at, error] = std::from_chars(quantifier.data() + 1, end, least);
  if (error != std::errc()) return std::nullopt;
  if (at == end) return Repeat{least, least, lazy};
  if (*at != ',') return std::nullopt;
  if (++at == end) return Repeat{least, std::nullopt, lazy};
  unsigned most = 0;
  if (std::from_chars(at, end, most).ptr != end) return std::nullopt;
  return Repeat{least, most, lazy};
}

std::optional<std::vector<Element>> elements_of(std::string_view p) {
  std::vector<Element> out;
  for (std::size_t i = 0; i < p.size();) {
    if (p[i] == '|' || p[i] == ')') return std::nullopt;
    const std::size_t end = end_of_element(p, i);
    const auto quantifier = end == kNone ? std::nullopt : quantifier_at(p, end);
    if (!quantifier || is_flags(p.substr(i, end - i))) return std::nullopt;
    out.push_back({p.substr(i, end - i), *quantifier});
    i = end + quantifier->size();
  }
  return out;
}

std::optional<std::vector<std::string_view>> alternatives_of(std::string_view p) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < p.size();) {
    if (p[i] == ')') return std::nullopt;
    if (p[i] == '|') {
      out.push_back(p.substr(begin, i - begin));
      begin = ++i;
    } else {
      i = end_of_element(p, i);
      if (i == kNone) return std::nullopt;
    }
  }
  out.push_back(p.substr(begin));
  return out;
}

std::optional<GroupInside> inside_of(std::string_view element) {
  if (!element.starts_with("(") || !element.ends_with(")")) return std::nullopt;
  element.remove_suffix(1);
  if (element.starts_with("(?:")) return GroupInside{"", element.substr(3)};
  if (!element.starts_with(kNamed)) return std::nullopt;
  const std::size_t close = element.find('>');
  return GroupInside{element.substr(kNamed.size(), close - kNamed.size()), element.substr(close + 1)};
}

std::string without_names(std::string_view pattern) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = pattern.find(kNamed); i != kNone; i = pattern.find(kNamed, i + 1)) {
    out.append(pattern, from, i - from);
    out += "(?:";
    from = pattern.find('>', i) + 1;
  }
  out.append(pattern, from);
  return out;
}

}  // namespace mubiao
