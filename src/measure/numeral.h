#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mubiao/number.h"

namespace mubiao {

/// A number as it is written, without unit: value = digits × scale.
///
///   text    2 . 5 千 万 吨        三 十 五 万 亩
///           |     |     |         |        |   |
///        begin scale  end       begin   scale end
///              begin                    begin
struct Numeral {
  std::size_t begin = 0;
  std::size_t scale_begin = 0;  // where 千万 starts; end if there is no such scale
  std::size_t end = 0;
  std::string digits{};       // plain decimal digits: "2.5", "35"
  std::string high_digits{};  // of two neighbouring digits, 三四十个: "3" and "4"; else empty
  std::uint64_t scale = 1;
  bool chinese = false;
  bool bare_scale = false;  // a scale without digits: 千万, 百
};

/// The value of `numeral`, and of a range 三四十 its upper value.
Number value_of(const Numeral& numeral);
Number high_value_of(const Numeral& numeral);

/// The scale word that starts at `offset`: 万, 千万, 百亿, 万亿, … (十 only before 万 or 亿).
struct Scale {
  std::size_t end = 0;
  std::uint64_t factor = 1;
};
std::optional<Scale> read_scale(std::string_view text, std::size_t offset);

/// The product of the scale characters in `scale_text`; 1 for the empty text.
std::uint64_t scale_factor(std::string_view scale_text);

/// The number in Arabic digits that starts at `offset`, with its scale: 1,234.5  15万  2亿5千万  1.5×10⁴.
/// nullopt if it has more than 64 digits.
std::optional<Numeral> read_arabic_numeral(std::string_view text, std::size_t offset);

/// The number in Chinese digits that starts at `offset`: 十五  二百五  三点五万  二〇三〇  千万 (a bare scale).
/// nullopt if what stands there is no well-formed numeral.
std::optional<Numeral> read_chinese_numeral(std::string_view text, std::size_t offset);

/// True if a Chinese digit or scale stands at `offset`.
bool is_chinese_numeral(std::string_view text, std::size_t offset);

/// The end of the run of Chinese digits and scales that starts at `offset`.
std::size_t skip_chinese_numerals(std::string_view text, std::size_t offset);

}  // namespace mubiao
