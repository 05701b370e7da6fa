// The syntax of patterns, as far as matching them in parts needs it. Doors: elements_of, alternatives_of, inside_of,
// characters_of. Patterns were accepted by RE2; what is not known here is an element that nobody looks into.
#include "extract/pattern_elements.h"

#include <algorithm>
#include <array>
#include <cstdlib>

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
  const auto byte = static_cast<unsigned char>(p[i]);
  const std::size_t end = i + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4);
  return end <= p.size() ? end : kNone;
}

std::size_t end_of_quantifier(std::string_view p, std::size_t i) {
  if (i >= p.size()) return i;
  if (p[i] == '{') {
    const std::size_t close = p.find('}', i);
    if (close == kNone) return kNone;
    i = close + 1;
  } else if (p[i] == '*' || p[i] == '+' || p[i] == '?') {
    ++i;
  } else {
    return i;
  }
  return i < p.size() && p[i] == '?' ? i + 1 : i;
}

// The code point of one member of a class, or of an escape outside one; `i` is moved behind it.
std::optional<char32_t> code_point(std::string_view p, std::size_t& i) {
  const std::size_t end = p[i] == '\\' ? end_of_escape(p, i) : end_of_element(p, i);
  if (end == kNone) return std::nullopt;
  const std::string_view one = p.substr(i, end - i);
  i = end;
  if (one[0] != '\\') {
    const auto lead = static_cast<unsigned char>(one[0]);
    char32_t c = one.size() == 1 ? lead : lead & (0x7Fu >> one.size());
    for (std::size_t k = 1; k < one.size(); ++k) c = c << 6 | (static_cast<unsigned char>(one[k]) & 0x3Fu);
    return c;
  }
  if (one.starts_with("\\x{"))
    return static_cast<char32_t>(std::strtoul(std::string(one.substr(3)).c_str(), nullptr, 16));
  const bool letter = (one[1] | 0x20) >= 'a' && (one[1] | 0x20) <= 'z';
  if (letter || (one[1] >= '0' && one[1] <= '9')) return std::nullopt;
  return static_cast<char32_t>(one[1]);
}

std::optional<std::u32string> known_class(std::string_view escape) {
  if (escape == "\\d") return U"0123456789";
  if (escape == "\\s") return U" \t\n\f\r";
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<Element>> elements_of(std::string_view p) {
  std::vector<Element> out;
  for (std::size_t i = 0; i < p.size();) {
    if (p[i] == '|' || p[i] == ')') return std::nullopt;
    const std::size_t end = end_of_element(p, i);
    const std::size_t next = end == kNone ? kNone : end_of_quantifier(p, end);
    if (next == kNone || is_flags(p.substr(i, end - i))) return std::nullopt;
    out.push_back({p.substr(i, end - i), p.substr(end, next - end)});
    i = next;
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

std::optional<std::u32string> characters_of(std::string_view element, std::size_t most) {
  if (element.empty() || element.starts_with("[^")) return std::nullopt;
  if (auto known = known_class(element)) return known;
  std::string_view inside = element;
  if (element[0] == '[') inside = element.substr(1, element.size() - 2);
  std::u32string out;
  for (std::size_t i = 0; i < inside.size() && out.size() <= most;) {
    if (inside[i] == '\\' && element[0] == '[') {
      if (const auto known = known_class(inside.substr(i, 2))) {
        out += *known;
        i += 2;
        continue;
      }
    }
    const auto first = code_point(inside, i);
    if (!first) return std::nullopt;
    auto last = first;
    if (element[0] == '[' && i + 1 < inside.size() && inside[i] == '-') last = code_point(inside, ++i);
    if (!last || *last < *first || *last - *first > most) return std::nullopt;
    for (char32_t c = *first; c <= *last; ++c) out += c;
  }
  return out.size() <= most ? std::optional(out) : std::nullopt;
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
