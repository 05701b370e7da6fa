// How a pattern is put together, as far as its outermost brackets tell. Doors: shape_of, names_of_groups,
// begins_text.
#include "extract/pattern_shape.h"

#include <cstddef>

namespace mubiao {

PatternShape shape_of(std::string_view part) {
  PatternShape shape;
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < part.size() && depth >= 0; ++i) {
    const char c = part[i];
    if (c == '\\') {
      ++i;
      shape.flags = shape.flags || part.substr(i).starts_with("Q");
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      if (part.substr(i + 1).starts_with("^")) ++i;
      if (part.substr(i + 1).starts_with("]")) ++i;
    } else if (c == '(') {
      ++depth;
      const bool plain = part.substr(i).starts_with("(?:");
      shape.groups = shape.groups || !plain;
      shape.flags = shape.flags || (!plain && part.substr(i).starts_with("(?") && !part.substr(i).starts_with("(?P<"));
    } else if (c == ')') {
      --depth;
    } else if (c == '|') {
      shape.alternative = shape.alternative || depth == 0;
    }
  }
  shape.closed = depth == 0 && !in_class;
  return shape;
}

std::optional<std::vector<std::string>> names_of_groups(std::string_view pattern) {
  std::vector<std::string> names;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view rest = pattern.substr(i + 1);
    if (pattern[i] == '\\') {
      if (rest.starts_with('Q')) return std::nullopt;
      ++i;
    } else if (in_class) {
      if (pattern[i] == '[' && rest.starts_with(':')) return std::nullopt;
      in_class = pattern[i] != ']';
    } else if (pattern[i] == '[') {
      in_class = true;
      if (rest.starts_with('^')) ++i;
      if (pattern.substr(i + 1).starts_with(']')) ++i;
    } else if (pattern[i] == '(' && !rest.starts_with("?:")) {
      const std::size_t close = rest.find('>');
      if (!rest.starts_with("?P<") || close == std::string_view::npos) return std::nullopt;
      names.emplace_back(rest.substr(3, close - 3));
    }
  }
  return names;
}

bool begins_text(std::string_view pattern) {
  const PatternShape shape = shape_of(pattern);
  return pattern.starts_with('^') && shape.closed && !shape.alternative && !shape.flags;
}

}  // namespace mubiao
