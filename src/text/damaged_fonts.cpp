// Characters that fonts leave whose table of characters is lost: the codes they had in the font. Door: repair_glyph.
// Two kinds are sure enough to be repaired: the codes of GB2312 for punctuation, digits and letters, read as Unicode
// (U+A1A2 to U+A1FE, U+A3A1 to U+A3FE: Yi syllables, which stand alone in no Chinese text), and the codes of the fonts
// Symbol and Wingdings with F0 before them.
#include "text/damaged_fonts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/characters.h"

namespace mubiao {

namespace {

// Row 1 of GB2312 from A2 on.
constexpr std::u32string_view kFirstRow =
    U"、。·ˉˇ¨〃々—~‖…‘’“”〔〕〈〉《》「」『』〖〗【】±×÷∶∧∨∑∏∪∩∈∷√⊥∥∠⌒⊙∫∮≡≌≈∽∝≠≮≯≤≥∞∵∴♂♀°′″℃$"
    U"¤￠￡‰§№☆★○●◎◇◆□■△▲※→←↑↓〓";
static_assert(kFirstRow.size() == 0xFE - 0xA1);

// Of row 3, the form of ASCII, what is not folded to ASCII.
constexpr std::array<std::pair<char32_t, char32_t>, 4> kThirdRow = {
    {{0xA3A4, U'¥'}, {0xA3AC, U'，'}, {0xA3AE, U'。'}, {0xA3FE, U'~'}}};

// Bullets and the like. In running text arrows and ticks are bullets, too.
constexpr std::array<std::pair<char32_t, char32_t>, 24> kSymbols = {{
    {0xE5E5, U' '}, {0xF06C, U'●'}, {0xF06D, U'○'}, {0xF06E, U'■'}, {0xF06F, U'□'}, {0xF070, U'□'},
    {0xF071, U'□'}, {0xF072, U'□'}, {0xF074, U'◆'}, {0xF075, U'◆'}, {0xF076, U'◆'}, {0xF077, U'◆'},
    {0xF09E, U'·'}, {0xF09F, U'•'}, {0xF0A7, U'▪'}, {0xF0A8, U'□'}, {0xF0B7, U'•'}, {0xF0D8, U'•'},
    {0xF0E0, U'→'}, {0xF0E8, U'→'}, {0xF0F0, U'→'}, {0xF0FC, U'√'}, {0xF0FE, U'√'}, {0xF0FF, U'•'},
}};

// Beside a number the font is Symbol.
constexpr std::array<std::pair<char32_t, char32_t>, 5> kBesideDigits = {
    {{0xF0A3, U'≤'}, {0xF0B0, U'°'}, {0xF0B1, U'±'}, {0xF0B3, U'≥'}, {0xF0B4, U'×'}}};

template <std::size_t N>
char32_t find(const std::array<std::pair<char32_t, char32_t>, N>& rows, char32_t c) {
  const auto* row = std::find_if(rows.begin(), rows.end(), [c](const auto& r) { return r.first == c; });
  return row == rows.end() ? char32_t{0} : row->second;
}

bool is_in_rows(char32_t c) { return (c >= 0xA1A2 && c <= 0xA1FE) || (c >= 0xA3A1 && c <= 0xA3FE); }

// A Yi syllable that is none of those.
bool is_yi(std::string_view character) {
  if (character.size() != 3 || character[0] != '\xEA') return false;
  const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(character[k]) & 0x3Fu; };
  const char32_t c = 0xA000u | byte(1) << 6 | byte(2);
  return c <= 0xA48C && !is_in_rows(c);
}

bool is_digit(std::string_view character) {
  return !character.empty() && (is_ascii_digit(character[0]) ||
                                (character.starts_with("\xEF\xBC") && character >= "０" && character <= "９"));
}

}  // namespace

char32_t repair_glyph(char32_t c, std::string_view text, std::size_t begin, std::size_t end) {
  if (is_in_rows(c)) {
    if (is_yi(character_before(text, begin)) || is_yi(character_at(text, end))) return c;
    if (c < 0xA200) return kFirstRow[c - 0xA1A2];
    const char32_t other = find(kThirdRow, c);
    return other != 0 ? other : c - 0xA380;
  }
  if (c != 0xE5E5 && (c < 0xF000 || c > 0xF0FF)) return c;
  if (const char32_t symbol = find(kSymbols, c); symbol != 0) return symbol;
  const char32_t sign = find(kBesideDigits, c);
  const bool beside_digit = is_digit(character_before(text, begin)) || is_digit(character_at(text, end));
  return sign != 0 && beside_digit ? sign : c;
}

}  // namespace mubiao
