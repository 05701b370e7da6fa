#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mubiao {

/// One element of a pattern: a character, class, escape, group or anchor, with what says how often it stands there.
struct Element {
  std::string_view text;        // without the quantifier
  std::string_view quantifier;  // "", "*", "+?", "{2,}", …
  std::string_view all() const { return {text.data(), text.size() + quantifier.size()}; }
};

/// What a quantifier says of how often an element stands there.
struct Repeat {
  unsigned least = 1;
  std::optional<unsigned> most = 1;  // none: as often as it likes
  bool lazy = false;
};
/// nullopt if it is not understood.
std::optional<Repeat> repeat_of(std::string_view quantifier);
/// The quantifier that begins at pattern[at], or ""; nullopt if it does not end.
std::optional<std::string_view> quantifier_at(std::string_view pattern, std::size_t at);

/// The elements of the outermost sequence of a pattern, which must outlive them; nullopt if it is not one sequence
/// or sets flags, which elements would lose.
std::optional<std::vector<Element>> elements_of(std::string_view pattern);

/// The alternatives of a pattern: one if there is no bar outside brackets; nullopt if brackets do not match.
std::optional<std::vector<std::string_view>> alternatives_of(std::string_view pattern);

/// The inside of a group, of whatever sort; nullopt if `element` is none.
struct GroupInside {
  std::string_view name;  // empty: it captures nothing
  std::string_view inside;
};
std::optional<GroupInside> inside_of(std::string_view element);

/// `pattern` with its named groups turned into plain ones.
std::string without_names(std::string_view pattern);

}  // namespace mubiao
