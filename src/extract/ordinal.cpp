// Reads the small whole numbers that number headings and make up dates.
// The door is read_ordinal.
#include "extract/ordinal.h"

#include <array>
#include <optional>
#include <utility>

namespace mubiao {
namespace {

constexpr int kLargest = 9999;
// Of the forms of cheques those of simplified script: headings are read in it.
constexpr std::array<std::pair<std::string_view, int>, 25> kNumerals = {{{"〇", 0},
                                                                         {"○", 0},
                                                                         {"零", 0},
                                                                         {"一", 1},
                                                                         {"二", 2},
                                                                         {"三", 3},
                                                                         {"四", 4},
                                                                         {"五", 5},
                                                                         {"六", 6},
                                                                         {"七", 7},
                                                                         {"八", 8},
                                                                         {"九", 9},
                                                                         {"十", 10},
                                                                         {"百", 100},
                                                                         {"壹", 1},
                                                                         {"贰", 2},
                                                                         {"叁", 3},
                                                                         {"参", 3},
                                                                         {"肆", 4},
                                                                         {"伍", 5},
                                                                         {"陆", 6},
                                                                         {"柒", 7},
                                                                         {"捌", 8},
                                                                         {"玖", 9},
                                                                         {"拾", 10}}};

std::optional<int> numeral_at(std::string_view text) {
  if (!text.empty() && text.front() >= '0' && text.front() <= '9') return text.front() - '0';
  for (const auto& [surface, value] : kNumerals)
    if (text.starts_with(surface)) return value;
  return std::nullopt;
}

// ① U+2460 … ⑳ U+2473: E2 91 A0 and on.
std::optional<int> circled_at(std::string_view text) {
  if (!text.starts_with("\xE2\x91") || text.size() < 3) return std::nullopt;
  const int value = static_cast<unsigned char>(text[2]) - 0x9F;
  return value >= 1 && value <= 20 ? std::optional(value) : std::nullopt;
}

}  // namespace

int read_ordinal(std::string_view text) {
  int total = 0;   // what tens and hundreds have closed
  int digits = 0;  // the run of plain digits since
  bool any = false;
  while (!text.empty()) {
    const std::size_t step = static_cast<signed char>(text.front()) >= 0 ? 1 : 3;
    if (!any)
      if (const auto circled = circled_at(text)) return *circled;
    const auto numeral = numeral_at(text);
    if (!numeral && any) break;
    if (numeral && *numeral >= 10) {
      total += (digits == 0 ? 1 : digits) * *numeral;
      digits = 0;
    } else if (numeral) {
      digits = digits * 10 + *numeral;
    }
    any = any || numeral;
    if (total + digits > kLargest) return 0;
    text.remove_prefix(step < text.size() ? step : text.size());
  }
  return total + digits;
}

}  // namespace mubiao
