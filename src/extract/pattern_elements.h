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

/// The code points of a class ([较比], [①-⑳], \d, \s, \x{E000}), if it has `most` at most and is not negated.
std::optional<std::u32string> characters_of(std::string_view element, std::size_t most);

/// `pattern` with its named groups turned into plain ones.
std::string without_names(std::string_view pattern);

}  // namespace mubiao
