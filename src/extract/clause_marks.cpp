// Marks that part sentences and clauses: the tables behind character_of. Other door: find_sentence_end.
#include "extract/clause_marks.h"

#include "text/scan.h"

namespace mubiao {
namespace clause_marks {

constexpr std::array<Wide, kWideMarks + 1> kWide = {{
    {0, {3}},
    {U'。', {3, ClauseMark::kSentenceEnd}},
    {U'！', {3, ClauseMark::kSentenceEnd}},
    {U'？', {3, ClauseMark::kSentenceEnd}},
    {U'，', {3, ClauseMark::kHardBreak}},
    {U'；', {3, ClauseMark::kHardBreak}},
    {U'：', {3, ClauseMark::kColon}},
    {U'、', {3, ClauseMark::kSoftBreak}},
    {U'和', {3, ClauseMark::kSoftBreak}},
    {U'及', {3, ClauseMark::kSoftBreak}},
    {U'与', {3, ClauseMark::kSoftBreak}},
    {U'并', {3, ClauseMark::kSoftBreak}},
    {U'《', {3, ClauseMark::kOpen, 2}},
    {U'》', {3, ClauseMark::kClose, 2}},
    {U'“', {3, ClauseMark::kOpen, 3}},
    {U'”', {3, ClauseMark::kClose, 3}},
    {U'「', {3, ClauseMark::kOpen, 4}},
    {U'」', {3, ClauseMark::kClose, 4}},
}};

constexpr std::array<std::uint8_t, 0x1000> kWideRows = [] {
  std::array<std::uint8_t, 0x1000> rows{};
  for (std::size_t row = 1; row < kWide.size(); ++row) {
    rows[kWide[row].code_point & 0xFFF] = static_cast<std::uint8_t>(row);
  }
  return rows;
}();
static_assert([] {
  for (std::size_t row = 1; row < kWide.size(); ++row) {
    if (kWideRows[kWide[row].code_point & 0xFFF] != row) return false;
  }
  return true;
}());

constexpr std::array<bool, 0x100> kPlain = [] {
  std::array<bool, 0x100> plain{};
  for (std::size_t c = 0x80; c < 0x100; ++c) plain[c] = true;
  for (const Wide& wide : kWide) plain[0xE0u | wide.code_point >> 12] = wide.code_point == 0;
  return plain;
}();

constexpr std::array<ClauseCharacter, 0x80> kAscii = [] {
  std::array<ClauseCharacter, 0x80> ascii{};
  for (ClauseCharacter& c : ascii) c = {1};
  ascii['!'].mark = ascii['?'].mark = ClauseMark::kSentenceEnd;
  ascii[','].mark = ascii[';'].mark = ascii['\t'].mark = ClauseMark::kHardBreak;
  ascii[':'].mark = ClauseMark::kColon;
  ascii['('] = {1, ClauseMark::kOpen, 0};
  ascii[')'] = {1, ClauseMark::kClose, 0};
  ascii['['] = {1, ClauseMark::kOpen, 1};
  ascii[']'] = {1, ClauseMark::kClose, 1};
  return ascii;
}();

}  // namespace clause_marks

std::size_t find_sentence_end(std::string_view text, std::size_t i) {
  using scan::Bytes;
  const auto of_bytes = [&](std::size_t at) {
    const Bytes first = scan::load_bytes(text, at);
    const Bytes second = scan::load_bytes(text, at + 1);
    const Bytes third = scan::load_bytes(text, at + 2);
    const Bytes full_stop = (first == '\xE3') & (second == '\x80') & (third == '\x82');
    const Bytes wide = (first == '\xEF') & (second == '\xBC') & ((third == '\x81') | (third == '\x9F'));
    return (first == '!') | (first == '?') | full_stop | wide;
  };
  return scan::find_sixteen(text, i, 0, 2, of_bytes,
                            [&](std::size_t at) { return character_of(text, at).mark == ClauseMark::kSentenceEnd; });
}

}  // namespace mubiao
