// Marks that part sentences and clauses. Door: character_of.
#include "extract/clause_marks.h"

#include <algorithm>
#include <array>

#include "extract/characters.h"

namespace mubiao {
namespace {

// Bytes that no mark begins with: nearly all of a text.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0; c < 256; ++c) plain[c] = true;
  for (const char c : {'!', '?', ',', ';', '\t', ':', '(', ')', '[', ']'}) plain[static_cast<unsigned char>(c)] = false;
  // 与 — 和及并 — 、。《》「」 — “” — ，；：！？
  for (const std::size_t c : {0xE4, 0xE5, 0xE3, 0xE2, 0xEF}) plain[c] = false;
  return plain;
}();

ClauseCharacter ascii_mark(char c) {
  switch (c) {
    case '!':
    case '?':
      return {1, ClauseMark::kSentenceEnd};
    case ',':
    case ';':
    case '\t':
      return {1, ClauseMark::kHardBreak};
    case ':':
      return {1, ClauseMark::kColon};
    case '(':
      return {1, ClauseMark::kOpen, 0};
    case ')':
      return {1, ClauseMark::kClose, 0};
    case '[':
      return {1, ClauseMark::kOpen, 1};
    case ']':
      return {1, ClauseMark::kClose, 1};
    default:
      return {1};
  }
}

}  // namespace

ClauseCharacter character_of(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u; };
  const auto lead = static_cast<unsigned char>(byte(0));
  if (kPlain[lead]) return {std::min(character_bytes(text[i]), std::max<std::size_t>(1, text.size() - i))};
  if (lead < 0x80) return ascii_mark(text[i]);
  const std::size_t bytes = std::min<std::size_t>(3, text.size() - i);
  switch (((lead & 0x0Fu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu)) {
    case U'。':
    case U'！':
    case U'？':
      return {bytes, ClauseMark::kSentenceEnd};
    case U'，':
    case U'；':
      return {bytes, ClauseMark::kHardBreak};
    case U'：':
      return {bytes, ClauseMark::kColon};
    case U'、':
    case U'和':
    case U'及':
    case U'与':
    case U'并':
      return {bytes, ClauseMark::kSoftBreak};
    case U'《':
      return {bytes, ClauseMark::kOpen, 2};
    case U'》':
      return {bytes, ClauseMark::kClose, 2};
    case U'“':
      return {bytes, ClauseMark::kOpen, 3};
    case U'”':
      return {bytes, ClauseMark::kClose, 3};
    case U'「':
      return {bytes, ClauseMark::kOpen, 4};
    case U'」':
      return {bytes, ClauseMark::kClose, 4};
    default:
      return {bytes};
  }
}

}  // namespace mubiao
