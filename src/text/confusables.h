#pragma once

namespace mubiao {

/// A character that NFKC leaves alone but that stands for another one in documents; itself where there is none.
/// Characters that are invisible and mean nothing become kRemoved.
inline constexpr char32_t kRemoved = 0x110000;
char32_t fold_confusable(char32_t character);

}  // namespace mubiao
