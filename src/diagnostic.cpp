// Diagnostics as text. The one door is to_text; what is private is the care a terminal needs: Han
// characters are two columns wide, a line may be megabytes long, and neither message nor source line may
// smuggle control characters.
#include "mubiao/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace mubiao {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// East Asian Width W and F (Unicode 15), joined where the gaps between are unassigned or rare.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF}, Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F},
    Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};
// Marks that sit on the character before them, and characters without any width.
constexpr std::array kZeroWidth = {
    Range{0x0300, 0x036F}, Range{0x200B, 0x200F}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF},
};

constexpr char32_t kReplacement = 0xFFFD;
// Code points shown of a source line, and how many of them before the place.
constexpr std::size_t kShown = 100;
constexpr std::size_t kShownBefore = 60;

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

std::size_t display_width(char32_t c) {
  if (contains(kZeroWidth, c)) return 0;
  return contains(kWide, c) ? 2 : 1;
}

// The code point at `at`, which moves behind it. Broken bytes are U+FFFD, one for each byte.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (size == 1) return byte(at++);
  char32_t value = lead & (0x7Fu >> size);
  bool whole = lead >= 0xC2 && lead <= 0xF4 && at + size <= text.size();
  for (std::size_t i = 1; whole && i < size; ++i) {
    whole = (byte(at + i) & 0xC0) == 0x80;
    value = value << 6 | (byte(at + i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};  // by size: refuses overlong forms
  if (!whole || value < kSmallest[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    ++at;
    return kReplacement;
  }
  at += size;
  return value;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    out += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
            static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
}

// What is printed for a character: a terminal would obey control characters, and a tab would move the caret.
char32_t printable(char32_t c) {
  if (c == '\t') return ' ';
  return c < 0x20 || (c >= 0x7F && c < 0xA0) ? kReplacement : c;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_utf8(out, printable(next_code_point(text, at)));
  return out;
}

void append_source(std::string& out, std::string_view source, std::size_t column, std::size_t width) {
  const std::size_t first = column > kShownBefore ? column - kShownBefore : 1;  // code point the shown part starts at
  std::string shown;
  std::size_t pad = 0;
  std::size_t marked = 0;
  std::size_t at = 0;
  for (std::size_t n = 1; at < source.size() && n < first + kShown; ++n) {
    const char32_t c = printable(next_code_point(source, at));
    if (n < first) continue;
    append_utf8(shown, c);
    if (n < column) pad += display_width(c);
    if (n >= column && n - column < width) marked += display_width(c);
  }
  const std::string_view before = first > 1 ? "…" : "";
  const std::string_view after = at < source.size() ? "…" : "";
  out += fmt::format("  {}{}{}\n", before, shown, after);
  out += fmt::format("  {:{}}{:^>{}}\n", "", pad + (before.empty() ? 0 : 1), "", std::max<std::size_t>(marked, 1));
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      break;
  }
  return "error";
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  std::string out = printable(where.file);
  if (where.line > 0) out += fmt::format("{}{}", out.empty() ? "line " : ":", where.line);
  if (where.line > 0 && where.column > 0) out += fmt::format(":{}", where.column);
  if (!out.empty()) out += ": ";
  out += severity_word(diagnostic.severity);
  if (!diagnostic.code.empty()) out += fmt::format("[{}]", diagnostic.code);
  out += fmt::format(": {}\n", printable(diagnostic.message));
  if (!diagnostic.source.empty() && where.column > 0) {
    append_source(out, diagnostic.source, where.column, diagnostic.width);
  }
  if (!diagnostic.help.empty()) out += fmt::format("help: {}\n", printable(diagnostic.help));
  return out;
}

}  // namespace mubiao
