// Whether a paragraph stops inside a bracket, a title or a quotation. Door: is_inside_bracket.
#include "text/open_bracket.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/characters.h"
#include "text/scan.h"

namespace mubiao {

bool is_inside_bracket(std::string_view paragraph) {
  constexpr std::size_t kFar = 240;  // bytes
  constexpr std::array<std::string_view, 4> kOpening = {"《", "(", "“", "〔"};
  constexpr std::array<std::string_view, 4> kClosing = {"》", ")", "”", "〕"};
  paragraph = paragraph.substr(paragraph.size() - std::min(paragraph.size(), kFar));
  const auto of_bytes = [paragraph](std::size_t at) {
    const auto byte = [](char c) { return static_cast<std::int8_t>(c); };
    const scan::Bytes third = scan::load_bytes(paragraph, at + 2) & ~1;
    return ((scan::load_bytes(paragraph, at) & ~1) == byte('(')) |
           ((scan::load_bytes(paragraph, at + 1) == byte('\x80')) &
            ((third == byte('\x8A')) | (third == byte('\x94')) | (third == byte('\x9C'))));
  };
  const auto may_be_bracket = [paragraph](std::size_t at) {
    return static_cast<std::uint8_t>(paragraph[at]) >= 0xE2 || (paragraph[at] & ~1) == '(';
  };
  const auto find_bracket = [&](std::size_t i) {
    return scan::find_sixteen(paragraph, i, 0, 2, of_bytes, may_be_bracket);
  };
  std::array<bool, 4> open{};
  for (std::size_t i = find_bracket(0); i < paragraph.size(); i = find_bracket(i + 1)) {
    const std::string_view character = character_at(paragraph, i);
    for (std::size_t pair = 0; pair < open.size(); ++pair) {
      if (character.back() == kOpening[pair].back() && character == kOpening[pair]) open[pair] = true;
      if (character.back() == kClosing[pair].back() && character == kClosing[pair]) open[pair] = false;
    }
  }
  return std::find(open.begin(), open.end(), true) != open.end();
}

}  // namespace mubiao
