// Cuts patterns into parts that can be matched by themselves. Doors: cut_at_quantity, cut_behind_head.
// Reads as much of the syntax of patterns as it needs to tell elements apart; what it does not know it does not cut.
#include "extract/pattern_cut.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "mubiao/rule.h"

namespace mubiao {
namespace {

constexpr std::string_view kQuantity = "(?P<quantity>";
constexpr std::string_view kGoal = "(?P<goal>";
constexpr std::string_view kNamed = "(?P<";

std::size_t end_of_class(std::string_view p, std::size_t i) {
  ++i;
  if (i < p.size() && p[i] == '^') ++i;
  if (i < p.size() && p[i] == ']') ++i;
  while (i < p.size() && p[i] != ']') i += p[i] == '\\' ? 2 : 1;
  return std::min(p.size(), i + 1);
}

std::size_t end_of_escape(std::string_view p, std::size_t i) {
  if (i + 2 < p.size() && p[i + 2] == '{' && (p[i + 1] == 'x' || p[i + 1] == 'p' || p[i + 1] == 'P')) {
    return std::min(p.size(), p.find('}', i)) + 1;
  }
  return std::min(p.size(), i + 2);
}

// The end of the group that opens at `i`, npos if it is not closed.
std::size_t end_of_group(std::string_view p, std::size_t i) {
  int depth = 0;
  while (i < p.size()) {
    if (p[i] == '\\') i = end_of_escape(p, i);
    else if (p[i] == '[') i = end_of_class(p, i);
    else if (p[i] == ')' && --depth == 0) return i + 1;
    else depth += p[i++] == '(';
  }
  return std::string_view::npos;
}

std::size_t end_of_element(std::string_view p, std::size_t i) {
  switch (p[i]) {
    case '(': return end_of_group(p, i);
    case '[': return end_of_class(p, i);
    case '\\': return end_of_escape(p, i);
    default: return i + 1;
  }
}

bool is_quantifier(std::string_view p, std::size_t i) {
  return i < p.size() && (p[i] == '*' || p[i] == '+' || p[i] == '?' || p[i] == '{');
}

// One \x{…} at `i`, which is moved behind it. nullopt if none stands there.
std::optional<unsigned long> code_point(std::string_view p, std::size_t& i) {
  if (!p.substr(i).starts_with("\\x{")) return std::nullopt;
  const std::string digits(p.substr(i + 3, 6));
  i = end_of_escape(p, i);
  return std::strtoul(digits.c_str(), nullptr, 16);
}

// The placeholders that an element takes, if it takes nothing but placeholders of quantities.
std::optional<std::bitset<256>> only_quantities(std::string_view element) {
  std::bitset<256> out;
  for (std::size_t i = 0; i < element.size();) {
    const std::string_view rest = element.substr(i);
    if (rest.starts_with(kQuantity)) i += kQuantity.size();
    else if (rest.starts_with("(?:")) i += 3;
    else if (rest[0] == ')' || rest[0] == '|' || rest[0] == ']' || (rest[0] == '[' && !rest.starts_with("[^"))) ++i;
    else {
      const auto first = code_point(element, i);
      if (!first) return std::nullopt;
      auto last = first;
      if (i + 1 < element.size() && element[i] == '-') last = code_point(element, ++i);
      if (!last || *first < placeholder::kQuantityFirst || *last > placeholder::kQuantityFirst + 255) return std::nullopt;
      for (unsigned long c = *first; c <= *last; ++c) out.set(c - placeholder::kQuantityFirst);
    }
  }
  return out.any() ? std::optional(out) : std::nullopt;
}

// True if `p` is elements one behind the other, without alternatives and without half a group.
bool is_sequence(std::string_view p) {
  std::size_t i = 0;
  while (i < p.size() && p[i] != '|' && p[i] != ')') i = end_of_element(p, i);
  return i == p.size();
}

// What a group that repeats one thing lazily repeats (.+?, [^x]{2,}?, (?:a|b)+?), made greedy; nullopt if it does not.
std::optional<std::string> lazily_repeated(std::string_view body) {
  constexpr std::array<std::string_view, 4> kQuantifiers = {"+?", "{1,}?", "{2,}?", "{3,}?"};
  if (body.empty() || (body[0] != '.' && body[0] != '[' && body[0] != '(')) return std::nullopt;
  const std::size_t one = end_of_element(body, 0);
  if (one == std::string_view::npos || body.substr(0, one).find(kNamed) != std::string_view::npos) return std::nullopt;
  if (std::find(kQuantifiers.begin(), kQuantifiers.end(), body.substr(one)) == kQuantifiers.end()) return std::nullopt;
  return body == ".+?" ? std::string() : std::string(body.substr(0, body.size() - 1));
}

}  // namespace

std::optional<QuantityCut> cut_at_quantity(std::string_view p) {
  std::optional<QuantityCut> out;
  for (std::size_t i = 0; i < p.size();) {
    if (p[i] == '|') return std::nullopt;
    const std::size_t end = end_of_element(p, i);
    if (end > p.size()) return std::nullopt;
    const std::string_view element = p.substr(i, end - i);
    if (const auto takes = only_quantities(element); takes && !is_quantifier(p, end)) {
      if (out) return std::nullopt;
      out = QuantityCut{std::string(p.substr(0, i)), std::string(p.substr(end)), *takes,
                        element.find(kQuantity) != std::string_view::npos};
    }
    i = end;
  }
  return out;
}

std::optional<HeadCut> cut_behind_head(std::string_view p) {
  const std::size_t first = p.find(kNamed);
  if (first == std::string_view::npos || !p.starts_with("^")) return std::nullopt;
  HeadCut out;
  out.lead = p.substr(1, first - 1);
  out.goal = p.substr(first).starts_with(kGoal);
  const std::size_t open = out.goal ? first + kGoal.size() : first;
  if (!p.substr(open).starts_with(kNamed)) return std::nullopt;
  const std::size_t end = end_of_group(p, open);
  if (end == std::string_view::npos || !is_sequence(out.lead)) return std::nullopt;
  const std::size_t name_end = p.find('>', open);
  out.name = p.substr(open + kNamed.size(), name_end - open - kNamed.size());
  const auto body = lazily_repeated(p.substr(name_end + 1, end - name_end - 2));
  if (!body) return std::nullopt;
  out.body = *body;
  std::string rest(p.substr(end));
  if (out.goal) {
    if (!rest.ends_with(")$")) return std::nullopt;
    rest.replace(rest.size() - 2, 2, "$");
  }
  if (!is_sequence(rest)) return std::nullopt;
  out.whole = rest.find(kNamed) == std::string::npos;
  out.rest = without_names(rest);
  return out;
}

std::string without_names(std::string_view pattern) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = pattern.find(kNamed); i != std::string_view::npos; i = pattern.find(kNamed, i + 1)) {
    out.append(pattern, from, i - from);
    out += "(?:";
    from = pattern.find('>', i) + 1;
  }
  out.append(pattern, from);
  return out;
}

}  // namespace mubiao
