// Characters whose meaning shows only beside their neighbours: circles that are zeros, dots that end a sentence.
// Doors: fold_chinese_zeros, fold_full_stops.
#include "text/marks.h"

#include <array>
#include <cstdint>
#include <vector>

#include "text/characters.h"
#include "text/rewriter.h"
#include "text/scan.h"

namespace mubiao {

namespace {

constexpr std::string_view kZero = "〇";

// Length of what may stand for 〇 at `i`, or 0.
std::size_t zero_like(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  if (text[i] == '0' || text[i] == 'O') return 1;
  if (text[i] != '\xE2') return 0;
  const std::string_view three = text.substr(i, 3);
  return three == "○" || three == "◯" ? 3 : 0;
}

// The next place where something that may stand for 〇 follows a character that is not ASCII.
std::size_t find_zero(std::string_view text, std::size_t i) {
  const auto byte = [](char c) { return static_cast<std::int8_t>(c); };
  const auto of_bytes = [=](std::size_t at) {
    const scan::Bytes here = scan::load_bytes(text, at);
    const scan::Bytes circle = (here == byte('\xE2')) & (scan::load_bytes(text, at + 1) == byte('\x97'));
    return (scan::load_bytes(text, at - 1) < 0) & ((here == '0') | (here == 'O') | circle);
  };
  const auto is = [text](std::size_t at) {
    return at > 0 && static_cast<std::uint8_t>(text[at - 1]) >= 0x80 && zero_like(text, at) > 0;
  };
  const auto skip_far = [&] {  // two steps at once
    constexpr std::size_t kStep = 2 * sizeof(scan::Bytes);
    while (i > 0 && i + kStep < text.size() && scan::mask_of(of_bytes(i) | of_bytes(i + kStep / 2)) == 0) i += kStep;
    return i;
  };
  while ((i = scan::find_sixteen(text, skip_far(), 1, 1, of_bytes, is)) < text.size() && zero_like(text, i) == 0) ++i;
  return i;
}

bool is_digit_or_year(std::string_view text, std::size_t i) {
  const std::string_view next = character_at(text, i);
  return is_chinese_digit(next) || next == "年";
}

std::size_t skip_spaces_back(std::string_view text, std::size_t i) {
  while (i > 0 && is_space(text[i - 1])) --i;
  return i;
}

// A '.' with nothing but numerals before it on its line is the mark of a list item: "一.", "(三).".
bool is_list_mark(std::string_view text, std::size_t dot) {
  constexpr std::size_t kLongestMark = 24;
  static constexpr CharacterSet kAroundNumeral("()第 \t");
  std::size_t i = dot;
  while (i > 0 && text[i - 1] != '\n') {
    if (dot - i > kLongestMark) return false;
    const std::string_view before = character_before(text, i);
    if (!is_numeral(before) && !kAroundNumeral.contains(before)) return false;
    i -= before.size();
  }
  return true;
}

// Most dots follow a digit, a letter or another dot, and end no Chinese sentence.
bool is_in_number(std::string_view text, std::size_t dot) {
  return dot > 0 && (is_ascii_alnum(text[dot - 1]) || text[dot - 1] == '.');
}

bool ends_sentence(std::string_view text, std::size_t dot) {
  static constexpr CharacterSet kEndsPhrase(")”》%");
  static constexpr CharacterSet kBeginsLine("\n“《(0123456789");
  const std::string_view before = character_before(text, skip_spaces_back(text, dot));
  if (!is_han(before) && !kEndsPhrase.contains(before)) return false;
  const std::string_view after = character_at(text, skip_spaces(text, dot + 1));
  const bool before_text = after.empty() || is_han(after) || kBeginsLine.contains(after);
  return before_text && !is_list_mark(text, dot);
}

}  // namespace

std::optional<OffsetMap> fold_chinese_zeros(std::string_view text, std::string& target) {
  constexpr std::size_t kLongestRun = 3;  // 二○○○年
  std::vector<Span> places;
  for (std::size_t i = find_zero(text, 0); i < text.size(); i = find_zero(text, i)) {
    if (!is_chinese_digit(character_before(text, i))) {
      ++i;
      continue;
    }
    std::array<std::size_t, kLongestRun> ends;
    std::size_t count = 0;
    std::size_t end = i;
    while (count < kLongestRun && zero_like(text, end) > 0) {
      end += zero_like(text, end);
      ends[count++] = end;
    }
    for (std::size_t k = 0; k < count && is_digit_or_year(text, end); ++k)
      places.push_back({k == 0 ? i : ends[k - 1], ends[k]});
    i = end;
  }
  return replace_each(text, target, places, kZero);
}

std::optional<OffsetMap> fold_full_stops(std::string_view text, std::string& target) {
  std::vector<Span> places;
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    if (is_in_number(text, dot) || !ends_sentence(text, dot)) {
      while (dot + 1 < text.size() && text[dot + 1] == '.') ++dot;  // of a leader
      continue;
    }
    places.push_back({dot, dot + 1});
  }
  return replace_each(text, target, places, "。");
}

}  // namespace mubiao
