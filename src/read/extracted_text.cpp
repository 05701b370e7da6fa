// Whether text that was taken out of a file is what people see there.
//
// Doors: replace_controls, has_text, font_problems.

#include "read/extracted_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "read/extracted.h"

namespace mubiao::read {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_control(char c) {
  return (static_cast<std::uint8_t>(c) < 0x20 && c != '\n' && c != '\f' && c != '\t') || c == '\x7F';
}

struct Census {
  std::size_t all = 0;      // characters but for spaces
  std::size_t unknown = 0;  // U+FFFD, private use: a sign without a character
  std::size_t han = 0;
  std::size_t accented = 0;  // À to ÿ: what the bytes of GBK are in Latin 1
};

void count(std::string_view character, Census& census) {
  const auto byte = [character](std::size_t i) { return static_cast<std::uint8_t>(character[i]); };
  if (character.size() == 1 && (byte(0) <= ' ' || byte(0) == 0x7F)) return;
  ++census.all;
  if (character.size() == 2) census.accented += byte(0) == 0xC3;
  if (character.size() == 3) {
    census.unknown += character == kReplacement || byte(0) == 0xEE || (byte(0) == 0xEF && byte(1) <= 0xA3);
    census.han += byte(0) >= 0xE4 && byte(0) <= 0xE9;
  }
  if (character.size() == 4) {
    const bool is_founder = character.starts_with("\xF4\x80\x86");  // its point and leader, which are mended later
    census.unknown += (byte(0) == 0xF4 && !is_founder) || (byte(0) == 0xF3 && byte(1) >= 0xB0);
    census.han += byte(0) == 0xF0 && byte(1) >= 0xA0;
  }
}

Census census_of(std::string_view text) {
  Census census;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    count(text.substr(i, end - i), census);
    i = end;
  }
  return census;
}

}  // namespace

void replace_controls(std::string& text) {
  if (std::none_of(text.begin(), text.end(), is_control)) return;
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) is_control(c) ? void(out += kReplacement) : out.push_back(c);
  text = std::move(out);
}

bool has_text(std::string_view page) {
  constexpr std::size_t kFewest = 10;  // characters
  std::size_t characters = 0;
  for (const char c : page) {
    characters += static_cast<std::uint8_t>(c) > ' ' && (c & 0xC0) != 0x80;
    if (characters == kFewest) return true;
  }
  return false;
}

std::vector<Diagnostic> font_problems(std::string_view text, const std::string& path) {
  constexpr std::size_t kFew = 10;
  const Census census = census_of(text);
  const std::string help = "print it to a PDF again with other fonts, or run OCR: ocrmypdf --force-ocr IN.pdf OUT.pdf";
  std::string message;
  if (census.unknown >= kFew && census.unknown * 200 >= census.all) {
    message = std::to_string(census.unknown) + " of " + std::to_string(census.all) +
              " characters are not known: its fonts do not say which they are";
  } else if (census.accented * 5 >= census.all && census.accented > kFew * census.han) {
    message = "the text is Latin letters in place of Chinese: its fonts do not say which characters they have";
  }
  if (message.empty()) return {};
  return {problem("W-FONT", path, std::move(message), help, Severity::kWarning)};
}

}  // namespace mubiao::read
