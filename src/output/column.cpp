// Columns of a terminal, for tables with Chinese in them.
//
// Doors: display_width, pad_to.

#include "output/column.h"

#include <algorithm>
#include <array>

namespace mubiao::output {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// East Asian Width W and F of Unicode, joined into blocks: a border that is off by one unassigned
// character shifts no table.
constexpr std::array kWide = {Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},  Range{0x3041, 0xA4CF},
                              Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},  Range{0xFE30, 0xFE6F},
                              Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},  Range{0x1F300, 0x1F64F},
                              Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
constexpr std::array kNoWidth = {Range{0x0300, 0x036F}, Range{0x200B, 0x200F}, Range{0xFE00, 0xFE0F}};

bool in(const auto& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range range) { return range.first <= c && c <= range.last; });
}

/// The code point at `at` of valid UTF-8; moves `at` behind it.
char32_t next(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  const int trail = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t c = trail == 0 ? lead : lead & (0x3Fu >> trail);
  for (int i = 0; i < trail && at < text.size(); ++i) c = (c << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  return c;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c < 0x80) {
      width += 1;
    } else if (!in(kNoWidth, c)) {
      width += in(kWide, c) ? 2 : 1;
    }
  }
  return width;
}

void pad_to(std::string& row, std::size_t column) {
  const std::size_t width = display_width(row);
  if (width < column) row.append(column - width, ' ');
}

}  // namespace mubiao::output
