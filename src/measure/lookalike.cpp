// What only looks like a number: names (PM2.5, 5G, COVID-19), chains (1.2.3), sums (5+2), times (8:30), addresses,
// and a 一 inside a word. All of it is told by the neighbouring characters, never by looking far.

#include "measure/lookalike.h"

#include <array>

#include "measure/characters.h"

namespace mubiao {
namespace {

// The rest of a word in letters and digits; with `sum`, of a sum such as 1+N+3.
std::size_t skip_word(std::string_view text, std::size_t offset, bool sum) {
  while (offset < text.size() && (is_ascii_alnum(text[offset]) || (text[offset] == '.' && digit_at(text, offset + 1)) ||
                                  (sum && text[offset] == '+'))) {
    ++offset;
  }
  return offset;
}

std::size_t skip_ascii_word(std::string_view text, std::size_t offset) {
  while (offset < text.size() && text[offset] > ' ' && text[offset] < 0x7F) ++offset;
  return offset;
}

// ":30" or "∶30": the minutes of a time of the day. 0 if there are none.
std::size_t skip_minutes(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 2> kSigns = {":", "∶"};
  const std::size_t at = offset + word_at(text, offset, kSigns);
  if (at == offset || !digit_at(text, at) || text[at] > '5' || !digit_at(text, at + 1) || digit_at(text, at + 2)) {
    return 0;
  }
  return at + 2;
}

// The end of 8:30 or 8:30:15; 0 if it is no time of the day. 1:30 is taken for a ratio, 2:10% for a heading.
std::size_t skip_time(std::string_view text, std::size_t offset, const UnitTable& units) {
  std::size_t end = offset;
  while (digit_at(text, end) && end - offset < 3) ++end;
  const std::string_view hour = text.substr(offset, end - offset);
  const bool plausible = hour.size() == 1 ? hour > "1" : hour.size() == 2 && hour <= "24";
  end = plausible ? skip_minutes(text, end) : 0;
  if (end == 0) return 0;
  if (const std::size_t seconds_end = skip_minutes(text, end); seconds_end != 0) end = seconds_end;
  return units.starts(text, end) != 0 || read_scale(text, end) ? 0 : end;
}

}  // namespace

std::size_t skip_digits(std::string_view text, std::size_t offset) {
  while (digit_at(text, offset) ||
         (offset < text.size() && (text[offset] == '.' || text[offset] == ',') && digit_at(text, offset + 1))) {
    ++offset;
  }
  return offset;
}

std::size_t skip_glued(std::string_view text, const Operand& operand) {
  const std::size_t offset = operand.begin;
  if (offset == 0) return 0;
  const char before = text[offset - 1];
  const bool joined = (before == '-' || before == '+') && offset >= 2 && is_ascii_letter(text[offset - 2]);
  if (!is_ascii_letter(before) && before != '_' && !joined) return 0;
  const bool counted = operand.numeral.scale >= 10'000 || has_at(text, operand.number_end, "%");
  return counted ? 0 : skip_digits(text, offset);
}

std::size_t skip_run_on(std::string_view text, const Operand& operand, const UnitTable& units) {
  const std::size_t end = operand.end;
  if (operand.unit || operand.calendar || end >= text.size()) return 0;
  if (text[end] == '@') return skip_ascii_word(text, end);
  if (runs_on(text, operand)) return skip_word(text, operand.begin, false);
  if (text[end] == '+' && end + 1 < text.size() && is_ascii_alnum(text[end + 1])) {
    return skip_word(text, operand.begin, true);
  }
  return skip_time(text, operand.begin, units);
}

bool is_inside_word(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 5> kOneOf = {"统", "唯", "单", "同", "之"};
  // Words of grammar whose second character is also a counter.
  static constexpr std::array<std::string_view, 3> kWords = {"一批", "一部分", "一对一"};
  return has_at(text, offset, "一") && (ends_in_word(text, offset, kOneOf) || word_at(text, offset, kWords) != 0);
}

}  // namespace mubiao
