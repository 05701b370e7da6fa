// Joins two phrases of which the second may begin with words that the first ends with. The door is append_once.
// Linear, since phrases come from documents: the overlaps of two texts are found as Knuth, Morris and Pratt do.
#include "extract/overlap.h"

#include <algorithm>
#include <vector>

#include "text/characters.h"

namespace mubiao {
namespace {

// For every prefix of `text`, the length of its longest proper prefix that it also ends with.
std::vector<std::size_t> borders(std::string_view text) {
  std::vector<std::size_t> out(text.size());
  for (std::size_t i = 1, length = 0; i < text.size(); ++i) {
    while (length > 0 && text[i] != text[length]) length = out[length - 1];
    if (text[i] == text[length]) ++length;
    out[i] = length;
  }
  return out;
}

// Bytes up to the end of the first two characters of words, not all of them digits (5 and 5% is no word said twice);
// more than all if `text` has no such thing.
std::size_t shortest_word(std::string_view text) {
  std::size_t characters = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = character_at(text, i);
    digits += is_ascii_digit(text[i]);
    characters += is_ascii_alnum(text[i]) || is_han(character);
    i += character.size();
    if (characters >= 2 && digits < characters) return i;
  }
  return text.size() + 1;
}

bool is_part_of_number_or_word(char c) { return is_ascii_alnum(c) || c == '.' || c == ','; }

// 110千伏 does not end with the words 10千伏: a number or a word in letters is not cut.
bool is_cut(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_part_of_number_or_word(text[at - 1]) && is_ascii_alnum(text[at]);
}

}  // namespace

void append_once(std::string& text, std::string_view next) {
  const std::vector<std::size_t> border = borders(next);
  std::size_t overlap = 0;  // bytes of `next` that what was read of `text` ends with
  for (std::size_t i = text.size() - std::min(text.size(), next.size()); i < text.size(); ++i) {
    if (overlap == next.size()) overlap = border[overlap - 1];
    while (overlap > 0 && text[i] != next[overlap]) overlap = border[overlap - 1];
    if (text[i] == next[overlap]) ++overlap;
  }
  const std::size_t word = shortest_word(next);
  while (overlap >= word && (is_cut(text, text.size() - overlap) || is_cut(next, overlap))) {
    overlap = border[overlap - 1];
  }
  if (overlap < word) overlap = 0;
  text += next.substr(overlap);
}

}  // namespace mubiao
