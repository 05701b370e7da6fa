// What a page adds to the text on it: page numbers, page marks, and what running_headers.cpp finds.
//
// Door: remove_page_furniture.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/characters.h"
#include "text/lines.h"
#include "text/running_headers.h"

namespace mubiao {

namespace {

constexpr std::size_t kLongestMark = 48;                 // bytes, with its spaces
constexpr std::string_view kFrameMarks = "-—–―─•~|*_=";  // stand on both sides of a page number
constexpr CharacterSet kFrame(kFrameMarks);
constexpr std::string_view kMiddleDot = "·";       // so does this, of two bytes
constexpr std::string_view kPageWords = "第共Pp";  // begin page marks in words
constexpr CharacterSet kBeginsWords(kPageWords);

// The first bytes of what a page mark begins with.
constexpr std::array<bool, 256> kBeginsMark = [] {
  std::array<bool, 256> begins{};
  for (const std::string_view marks : {kFrameMarks, kMiddleDot, kPageWords}) {
    for (const char c : marks) {
      if ((c & 0xC0) != 0x80) begins[static_cast<std::uint8_t>(c)] = true;
    }
  }
  return begins;
}();
bool may_begin_mark(std::string_view line) { return !line.empty() && kBeginsMark[static_cast<std::uint8_t>(line[0])]; }

std::string without_spaces(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' ' && c != '\t'; });
  return out;
}

bool is_frame(std::string_view character) { return kFrame.contains(character) || character == kMiddleDot; }

// Takes characters of the frame off both ends; says whether there were any at both.
bool strip_frame(std::string_view& mark) {
  const std::size_t size = mark.size();
  while (is_frame(character_at(mark, 0))) mark.remove_prefix(character_at(mark, 0).size());
  const bool front = mark.size() < size;
  const std::size_t rest = mark.size();
  while (is_frame(character_before(mark, mark.size()))) {
    mark.remove_suffix(character_before(mark, mark.size()).size());
  }
  return front && mark.size() < rest;
}

bool is_digits(std::string_view text) {
  return !text.empty() && is_ascii_digit(text[0]) && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_page_number(std::string_view text) {
  if (is_digits(text)) return true;
  if (text.empty() || text.size() > 12) return false;
  if (text.find_first_not_of("ivxlIVXL") == std::string_view::npos) return true;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).size()) {
    if (!is_numeral(character_at(text, i))) return false;
  }
  return true;
}

// "第3页", "共10页": takes one off the front.
bool strip_page_count(std::string_view& mark, std::string_view before) {
  constexpr std::string_view kPage = "页";
  if (mark.substr(0, before.size()) != before) return false;
  const std::size_t page = mark.find(kPage);
  if (page == std::string_view::npos || !is_page_number(mark.substr(before.size(), page - before.size()))) return false;
  mark.remove_prefix(page + kPage.size());
  static constexpr CharacterSet kBetween(",，/、;|");
  if (kBetween.contains(character_at(mark, 0))) mark.remove_prefix(character_at(mark, 0).size());
  return true;
}

// A line that can be nothing else: "— 5 —", "·12·", "第3页 共10页", "Page 3".
bool is_page_mark(std::string_view line) {
  if (line.size() > kLongestMark || !may_begin_mark(line)) return false;
  const std::string_view front = character_at(line, 0);
  if (!is_frame(front) && !kBeginsWords.contains(front)) return false;
  const std::string compact = without_spaces(line);
  std::string_view mark = compact;
  if (strip_frame(mark) && is_page_number(mark)) return true;
  for (const std::string_view page : {"Page", "PAGE", "page"}) {
    if (mark.substr(0, page.size()) == page && is_digits(mark.substr(page.size()))) return true;
  }
  const bool first = strip_page_count(mark, "第") || strip_page_count(mark, "共");
  return first && (mark.empty() || strip_page_count(mark, "第") || strip_page_count(mark, "共")) && mark.empty();
}

// "- 44" and "-" on two lines. A frame alone and a number alone are cells of a table rather.
bool is_split_page_mark(std::string_view first, std::string_view second) {
  if (!may_begin_mark(first) || !is_frame(character_at(first, 0))) return false;
  if (first.size() + second.size() > kLongestMark || is_digits(first) || is_digits(second)) return false;
  const auto is_mark_or_frame = [](std::string_view part) {
    const std::string compact = without_spaces(part);
    std::string_view mark = compact;
    strip_frame(mark);
    return mark.size() < compact.size() && (mark.empty() || is_digits(mark));
  };
  return is_mark_or_frame(first) && is_mark_or_frame(second) && is_page_mark(std::string(first) + std::string(second));
}

// Bare numbers are page numbers where one follows another, a page further on, through most of the document: 7 … 8 … 9.
// A column of a table has them line by line, or here and there.
// `bare_numbers` are lines.
void mark_bare_numbers(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<std::size_t>& bare_numbers, LineFlags& furniture) {
  constexpr std::size_t kFewestLinesOnPage = 12;
  constexpr std::size_t kFewestPages = 3;
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Number {
    std::size_t line;
    std::size_t before;  // index of the number of the page before, or kNone
    std::size_t pages;
    std::size_t first_line;  // of the first page
  };
  std::vector<Number> numbers;
  std::unordered_map<std::size_t, std::size_t> latest;  // value -> index in numbers
  std::size_t best = kNone;
  for (const std::size_t i : bare_numbers) {
    const std::string_view line = slice(text, lines[i]);
    const std::size_t value = std::stoul(std::string(line));
    Number number{i, kNone, 1, i};
    const auto previous = value > 0 ? latest.find(value - 1) : latest.end();
    if (previous != latest.end() && i - numbers[previous->second].line > kFewestLinesOnPage) {
      number.before = previous->second;
      number.pages = numbers[number.before].pages + 1;
      number.first_line = numbers[number.before].first_line;
    }
    latest[value] = numbers.size();
    if (best == kNone || number.pages > numbers[best].pages) best = numbers.size();
    numbers.push_back(number);
  }
  if (best == kNone || numbers[best].pages < kFewestPages) return;
  if ((numbers[best].line - numbers[best].first_line) * 2 < lines.size()) return;
  for (std::size_t n = best; n != kNone; n = numbers[n].before) furniture[numbers[n].line] = 1;
}

}  // namespace

void remove_page_furniture(std::string_view text, std::vector<Line>& lines) {
  LineFlags furniture(lines.size());
  std::vector<std::size_t> bare_numbers;
  bool has_pages = false;
  std::string_view before;  // the line before, if it can be the first half of a page mark
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(text, lines[i]);
    has_pages = has_pages || lines[i].page_before;
    const std::string_view first_half = std::exchange(before, {});
    if (line.size() > kLongestMark) continue;
    if (is_digits(line)) bare_numbers.push_back(i);
    const bool may_begin = may_begin_mark(line);
    if (may_begin && is_page_mark(line)) {
      furniture[i] = 1;
    } else if (!first_half.empty() && is_split_page_mark(first_half, line)) {
      furniture[i - 1] = furniture[i] = 1;
    } else if (may_begin) {
      before = line;
    }
  }
  has_pages = has_pages || std::find(furniture.begin(), furniture.end(), std::uint8_t{1}) != furniture.end();
  if (!bare_numbers.empty()) mark_bare_numbers(text, lines, bare_numbers, furniture);
  if (has_pages || !bare_numbers.empty()) mark_running_headers(text, lines, furniture);
  if (std::find(furniture.begin(), furniture.end(), std::uint8_t{1}) == furniture.end()) return;

  std::size_t kept = 0;
  bool page = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    page = page || lines[i].page_before || furniture[i] != 0;
    if (furniture[i] != 0) continue;
    lines[kept] = lines[i];
    lines[kept].page_before = page;
    page = false;
    ++kept;
  }
  lines.resize(kept);
}

}  // namespace mubiao
