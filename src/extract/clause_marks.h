#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extract/characters.h"

namespace mubiao {

/// What a character means for cutting text into sentences and clauses.
enum class ClauseMark : std::uint8_t { kNone, kSentenceEnd, kHardBreak, kColon, kSoftBreak, kOpen, kClose };

/// One character: its length, what it means for cutting, and which pair of brackets it is one of.
struct ClauseCharacter {
  std::uint8_t bytes;
  ClauseMark mark = ClauseMark::kNone;
  std::uint8_t pair = 0;
};

/// What stands between the members of a list.
inline constexpr std::array<std::string_view, 5> kListMarks = {"、", "以及", "和", "及", "与"};

namespace clause_marks {

/// A mark of three bytes.
struct Wide {
  std::uint16_t code_point;
  ClauseCharacter character;
};
inline constexpr std::size_t kWideMarks = 17;
extern const std::array<Wide, kWideMarks + 1> kWide;  // the first is none

/// By the last twelve bits of a code point: which row of kWide it can be. No two of them share these bits.
extern const std::array<std::uint8_t, 0x1000> kWideRows;

/// Whether no mark begins with a byte, as nearly all of a text.
extern const std::array<bool, 0x100> kPlain;
extern const std::array<ClauseCharacter, 0x80> kAscii;

}  // namespace clause_marks

/// The character at `i`. Precondition: i < text.size().
inline ClauseCharacter character_of(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[i + k])); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return clause_marks::kAscii[lead];
  const std::size_t left = text.size() - i;
  if (clause_marks::kPlain[lead] || left < 3)
    return {static_cast<std::uint8_t>(std::min(character_bytes(text[i]), left))};
  const unsigned last_bits = (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  const clause_marks::Wide& wide = clause_marks::kWide[clause_marks::kWideRows[last_bits]];
  return wide.code_point == ((lead & 0x0Fu) << 12 | last_bits) ? wide.character : ClauseCharacter{3};
}

/// Whether the character at `i` is one of nearly all that Chinese is written with, and no mark. Precondition as above.
inline bool is_markless_han(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[i + k])); };
  return byte(0) - 0xE3u <= 0xE9u - 0xE3u && text.size() - i >= 3 &&
         clause_marks::kWideRows[(byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu)] == 0;
}

/// The place of the first character at `i` or behind it that ends a sentence, or the size of the text.
std::size_t find_sentence_end(std::string_view text, std::size_t i);

}  // namespace mubiao
