#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace mubiao {

/// A pattern cut at the quantity that it decides about. A text has one such quantity, so the pattern matches if the
/// quantity is one of those it takes and the halves match what stands before and behind it.
struct QuantityCut {
  std::string before;  // of the pattern, up to the quantity
  std::string behind;
  std::bitset<256> takes;  // which placeholders: U+E000 + bit
  bool named = false;      // the quantity is captured
};
/// nullopt if the quantity does not stand by itself in the outermost sequence of the pattern.
std::optional<QuantityCut> cut_at_quantity(std::string_view pattern);

}  // namespace mubiao
