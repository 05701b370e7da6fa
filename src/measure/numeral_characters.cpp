// The tables behind numeral_character, and scales.

#include "measure/numeral_characters.h"

#include <array>

#include "measure/characters.h"

namespace mubiao::numerals {
// Simplified, traditional and the forms of cheques. 陆, 参, 伍 and their like are words of their own, so a formal
// digit alone is no numeral.
constexpr std::array<Character, kCharacterRows> kCharacters = {
    Character{0, Class::kNone, 0},
    Character{U'零', Class::kDigit, 0},
    Character{U'〇', Class::kDigit, 0},
    Character{U'一', Class::kDigit, 1},
    Character{U'二', Class::kDigit, 2},
    Character{U'两', Class::kDigit, 2},
    Character{U'兩', Class::kDigit, 2},
    Character{U'三', Class::kDigit, 3},
    Character{U'四', Class::kDigit, 4},
    Character{U'五', Class::kDigit, 5},
    Character{U'六', Class::kDigit, 6},
    Character{U'七', Class::kDigit, 7},
    Character{U'八', Class::kDigit, 8},
    Character{U'九', Class::kDigit, 9},
    Character{U'壹', Class::kFormalDigit, 1},
    Character{U'贰', Class::kFormalDigit, 2},
    Character{U'貳', Class::kFormalDigit, 2},
    Character{U'叁', Class::kFormalDigit, 3},
    Character{U'參', Class::kFormalDigit, 3},
    Character{U'肆', Class::kFormalDigit, 4},
    Character{U'伍', Class::kFormalDigit, 5},
    Character{U'陆', Class::kFormalDigit, 6},
    Character{U'陸', Class::kFormalDigit, 6},
    Character{U'柒', Class::kFormalDigit, 7},
    Character{U'捌', Class::kFormalDigit, 8},
    Character{U'玖', Class::kFormalDigit, 9},
    Character{U'十', Class::kSmallScale, 10},
    Character{U'拾', Class::kSmallScale, 10},
    Character{U'百', Class::kSmallScale, 100},
    Character{U'佰', Class::kSmallScale, 100},
    Character{U'千', Class::kSmallScale, 1000},
    Character{U'仟', Class::kSmallScale, 1000},
    Character{U'万', Class::kBigScale, kWan},
    Character{U'萬', Class::kBigScale, kWan},
    Character{U'亿', Class::kBigScale, kWan* kWan},
    Character{U'億', Class::kBigScale, kWan* kWan},
    Character{U'兆', Class::kBigScale, kWan* kWan* kWan},
    Character{U'点', Class::kPoint, 0},
    Character{U'點', Class::kPoint, 0},
};

constexpr std::array<std::uint8_t, 0x1000> kRows = [] {
  std::array<std::uint8_t, 0x1000> rows{};
  for (std::size_t row = 1; row < kCharacters.size(); ++row) {
    rows[kCharacters[row].code_point & 0xFFF] = static_cast<std::uint8_t>(row);
  }
  return rows;
}();
static_assert([] {
  for (std::size_t row = 1; row < kCharacters.size(); ++row) {
    if (kRows[kCharacters[row].code_point & 0xFFF] != row) return false;
  }
  return true;
}());

bool multiply(std::uint64_t& value, std::uint64_t factor) {
  if (factor != 0 && value > kMaxValue / factor) return false;
  value *= factor;
  return true;
}

std::size_t read_big_scales(std::string_view text, std::size_t offset, std::uint64_t& scale) {
  std::uint64_t last = 0;
  while (true) {
    const Character c = numeral_character(text, offset);
    // 兆 is 10^12 only inside a long numeral (五兆六十二亿); 5兆瓦 has the prefix of a unit.
    if (c.kind != Class::kBigScale || c.value < last || c.value > kWan * kWan || !multiply(scale, c.value)) break;
    last = c.value;
    offset += 3;
  }
  return offset;
}

}  // namespace mubiao::numerals
