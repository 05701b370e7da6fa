// Characters that stand for others in documents, beyond what NFKC knows: invisible ones, line ends of old editors,
// radicals in the place of the characters they look like. Door: fold_confusable.
#include "text/confusables.h"

#include <algorithm>
#include <array>

namespace mubiao {

namespace {

struct Row {
  char32_t first;
  char32_t last;
  char32_t to;  // for every character of the range
};

// Sorted by range. Fonts of the Founder typesetting system leave the point of decimals and the leader of tables of
// contents in plane 16.
constexpr std::array kRows = {
    Row{0x0000, 0x0008, kRemoved}, Row{0x000B, 0x000B, U'\n'},    Row{0x000D, 0x000D, U'\n'},
    Row{0x000E, 0x001F, kRemoved}, Row{0x007F, 0x0084, kRemoved}, Row{0x0085, 0x0085, U'\n'},
    Row{0x0086, 0x009F, kRemoved}, Row{0x00AB, 0x00AB, U'《'},    Row{0x00AD, 0x00AD, kRemoved},
    Row{0x00BB, 0x00BB, U'》'},    Row{0x061C, 0x061C, kRemoved}, Row{0x180E, 0x180E, kRemoved},
    Row{0x200B, 0x200F, kRemoved}, Row{0x2028, 0x2029, U'\n'},    Row{0x202A, 0x202E, kRemoved},
    Row{0x2060, 0x206F, kRemoved}, Row{0x22EF, 0x22EF, U'…'},     Row{0xFE00, 0xFE0F, kRemoved},
    Row{0xFE10, 0xFE10, U'，'},    Row{0xFE30, 0xFE30, U':'},     Row{0xFE50, 0xFE50, U'，'},
    Row{0xFEFF, 0xFEFF, kRemoved}, Row{0xFFF9, 0xFFFB, kRemoved}, Row{0x1001B0, 0x1001B0, U'.'},
    Row{0x1001BA, 0x1001BA, U'…'},
};

// The block of CJK radicals, U+2E80 on, by Unicode's property Equivalent_Unified_Ideograph; 0 where it has none
// or NFKC does it. PDF fonts map common characters (⻓ ⻔ ⻛) to these.
constexpr char32_t kFirstRadical = 0x2E80;
constexpr std::array<char32_t, 116> kRadicals = {
    0,     U'厂', U'乛', U'乚', U'乙', U'亻', U'冂', U'𠘨', U'刀', U'刂', U'卜', U'㔾', U'小', U'小', U'兀',
    U'尣', U'尢', U'𡯂', U'巳', U'幺', U'彑', U'彐', U'忄', U'心', U'扌', U'攵', 0,     U'旡', U'日', U'月',
    U'歺', 0,     U'民', U'氵', U'氺', U'灬', U'爫', U'爫', U'丬', U'牛', U'犭', U'王', U'𤴔', U'目', U'示',
    U'礻', U'𥫗', U'糹', U'纟', U'罓', U'罒', U'㓁', U'冗', U'𦉫', U'羊', U'𦍌', U'𦍋', U'耂', U'肀', U'聿',
    U'肉', U'𦥑', U'艹', U'艹', U'艹', U'虎', U'衤', U'覀', U'西', U'见', U'角', U'𧢲', U'讠', U'贝', U'𧾷',
    U'车', U'辶', U'辶', U'辶', U'邑', U'钅', U'長', U'镸', U'长', U'门', U'𨸏', U'阝', U'雨', U'青', U'韦',
    U'页', U'风', U'飞', U'食', U'𩙿', U'飠', U'饣', U'𩠐', U'马', U'骨', U'鬼', U'鱼', U'鸟', U'卤', U'麦',
    U'黄', U'黾', U'斉', U'齐', U'歯', U'齿', U'竜', U'龙', U'龜', U'亀', 0};

}  // namespace

char32_t fold_confusable(char32_t character) {
  if (character >= kFirstRadical && character < kFirstRadical + kRadicals.size()) {
    const char32_t han = kRadicals[character - kFirstRadical];
    return han == 0 ? character : han;
  }
  const auto* row =
      std::upper_bound(kRows.begin(), kRows.end(), character, [](char32_t c, const Row& r) { return c < r.first; });
  if (row == kRows.begin()) return character;
  --row;
  return character <= row->last ? row->to : character;
}

}  // namespace mubiao
