#pragma once

#include <cstdint>

#include "measure/numeral_characters.h"

namespace mubiao::numerals {

/// Adds up 一千零五十万三千: the state between two characters.
struct PlaceValues {
  std::uint64_t total = 0;    // complete pieces: 一千零五十万
  std::uint64_t section = 0;  // below the next 万: 三千
  int digit = -1;             // read, its scale is still to come
  bool zero = false;          // 零 since the last scale
  std::uint64_t last_small = kWan;
  std::uint64_t last_big = kMaxValue;

  /// 二百五: a last digit takes the place below the last scale, unless 零 stands before it.
  std::uint64_t last_digit() const {
    if (digit < 0) return 0;
    const std::uint64_t value = plain_digit();
    if (zero) return value;
    if (last_small < kWan) return value * (last_small / 10);
    return last_big < kMaxValue ? value * (last_big / 10) : value;
  }

  /// False, and the state undefined, where `scale` cannot follow.
  bool add_small(std::uint64_t scale) {
    if (scale >= last_small || digit > 9999) return false;
    section += static_cast<std::uint64_t>(digit < 0 ? 1 : digit) * scale;
    last_small = scale;
    digit = -1;
    zero = false;
    return true;
  }

  bool add_big(std::uint64_t scale) {
    std::uint64_t piece = section + (last_small < kWan ? last_digit() : plain_digit());
    if (piece == 0 && (total == 0 || scale < last_big)) return false;
    if (piece == 0 || scale > last_big) {  // 万亿; 一万五千亿
      total += piece;
      if (!multiply(total, scale)) return false;
    } else {
      if (scale == last_big || !multiply(piece, scale)) return false;
      total += piece;
    }
    if (total > kMaxValue) return false;
    *this = {.total = total, .last_big = scale};
    return true;
  }

  std::uint64_t plain_digit() const { return digit < 0 ? 0 : static_cast<std::uint64_t>(digit); }
  std::uint64_t value() const { return total + section + last_digit(); }
};

}  // namespace mubiao::numerals
