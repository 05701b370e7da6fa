#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_elements.h"

namespace mubiao {

using Words = std::vector<std::string>;

/// Stands for any Han character of three bytes in a word.
inline constexpr char kAnyHan = '\x01';

/// Every text that a pattern matches, in the order in which RE2 prefers them; nullopt if those are not a small finite
/// number.
std::optional<Words> words_of(std::string_view pattern);
std::optional<Words> words_of(const std::vector<Element>& sequence);
/// True if the pattern is a word, of which it is quick to say that it matches itself and nothing else.
bool is_word(std::string_view pattern);
/// Those of all alternatives of a pattern, of which each but a word is asked of `words_of_sequence`.
using SequenceWords = std::optional<Words> (*)(const std::vector<Element>& sequence);
std::optional<Words> words_of_alternatives(std::string_view pattern, SequenceWords words_of_sequence);
/// Those of one element, without what its quantifier says.
std::optional<Words> words_of_one(const Element& element);

}  // namespace mubiao
