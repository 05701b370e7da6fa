// Traditional and simplified script. Doors: is_traditional, simplify; simplified (see mubiao/normalize.h).
// Rules are written in simplified characters. A text in the other script is matched as if it were, too, character by
// character, so that every place in it stays where it is.
#include "text/script.h"

#include <algorithm>
#include <cstdint>

#include "mubiao/normalize.h"
#include "text/characters.h"
#include "text/script_table.h"

namespace mubiao {

namespace {

// What the table has of the character at `i`, which takes three bytes if this is not 0.
char16_t form_at(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(text[i + k]); };
  if (text.size() - i < 3 || byte(0) < 0xE3 || byte(0) > 0xE9) return 0;
  const unsigned c = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  const unsigned place = c - kFirstOfTable;
  return place < kSizeOfTable ? kSimplifiedForms[place] : char16_t{0};
}

struct Count {
  std::size_t traditional = 0;
  std::size_t simplified = 0;
};

// Adds characters from the first border at or behind `begin` on.
void add_sample(std::string_view text, std::size_t begin, std::size_t size, Count& count) {
  while (begin < text.size() && (text[begin] & 0xC0) == 0x80) ++begin;
  const std::size_t end = std::min(text.size(), begin + size);
  for (std::size_t i = begin; i < end; i += character_at(text, i).size()) {
    const char16_t form = form_at(text, i);
    count.simplified += form == kOnlySimplified;
    count.traditional += form > kOnlySimplified;
  }
}

}  // namespace

bool is_traditional(std::string_view text) {
  constexpr std::size_t kSamples = 64;
  constexpr std::size_t kStep = 27;  // from one sample to the next: soon all over the text, and each once
  constexpr std::size_t kBytes = 96;
  constexpr std::size_t kFewest = 6;  // samples
  constexpr std::size_t kEnough = 24;
  Count count;
  if (text.size() <= kSamples * kBytes / 8) {
    add_sample(text, 0, text.size(), count);
    return count.traditional > count.simplified;
  }
  for (std::size_t k = 0; k < kSamples; ++k) {
    add_sample(text, text.size() / kSamples * (k * kStep % kSamples), kBytes, count);
    const auto [fewer, more] = std::minmax(count.traditional, count.simplified);
    if (k >= kFewest && more >= kEnough && more > 8 * fewer) break;
  }
  return count.traditional > count.simplified;
}

void simplify(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t form = form_at(text, i);
    if (form <= kOnlySimplified) continue;
    text[i] = static_cast<char>(0xE0 | form >> 12);
    text[i + 1] = static_cast<char>(0x80 | (form >> 6 & 0x3F));
    text[i + 2] = static_cast<char>(0x80 | (form & 0x3F));
    i += 2;
  }
}

std::string simplified(std::string text) {
  simplify(text);
  return text;
}

}  // namespace mubiao
