#pragma once

#include <cstddef>
#include <string_view>

namespace mubiao {

/// What a character means for cutting text into sentences and clauses.
enum class ClauseMark { kNone, kSentenceEnd, kHardBreak, kColon, kSoftBreak, kOpen, kClose };

/// One character: its length, what it means for cutting, and which pair of brackets it is one of.
struct ClauseCharacter {
  std::size_t bytes;
  ClauseMark mark = ClauseMark::kNone;
  int pair = 0;
};

/// The character at `i`. Precondition: i < text.size().
ClauseCharacter character_of(std::string_view text, std::size_t i);

/// Characters that begin with E6 … E9 are no marks; most of a text is made of them.
inline bool is_markless_han(char c) {
  return static_cast<unsigned char>(c) >= 0xE6 && static_cast<unsigned char>(c) <= 0xE9;
}

}  // namespace mubiao
