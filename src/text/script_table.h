#pragma once

#include <array>
#include <cstddef>

namespace mubiao {

inline constexpr char16_t kFirstOfTable = 0x3400;
inline constexpr std::size_t kSizeOfTable = 0xA000 - kFirstOfTable;
/// What traditional script does not have: 为, but not 后, which is 後 and 后.
inline constexpr char16_t kOnlySimplified = 1;

/// By Han character of the plane that takes three bytes in UTF-8: its simplified form, kOnlySimplified, or 0. Made when
/// the project is built, by embed_script.cpp.
extern const std::array<char16_t, kSizeOfTable> kSimplifiedForms;

}  // namespace mubiao
