// Diagnostics as text. The one door is to_text; what is private is the care a terminal needs: Han
// characters are two columns wide, a line may be megabytes long, and neither message nor source line may
// smuggle control characters.
#include "mubiao/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "text/terminal.h"

namespace mubiao {
namespace {

// Code points shown of a source line, and how many of them before the place.
constexpr std::size_t kShown = 100;
constexpr std::size_t kShownBefore = 60;

// What is printed for a character: a terminal would obey control characters, and a tab would move the caret.
char32_t printable(char32_t c) {
  if (c == '\t') return ' ';
  return c < 0x20 || (c >= 0x7F && c < 0xA0) ? kReplacementCharacter : c;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) out += to_utf8(printable(next_code_point(text, at)));
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
    shown += to_utf8(c);
    if (n < column) pad += display_width(c);
    if (n >= column && n - column < width) marked += display_width(c);
  }
  const std::string_view before = first > 1 ? "…" : "";
  const std::string_view after = at < source.size() ? "…" : "";
  out += fmt::format("  {}{}{}\n", before, shown, after);
  out += fmt::format("  {:{}}{:^>{}}\n", "", pad + (before.empty() ? 0 : 1), "", std::max<std::size_t>(marked, 1));
}

}  // namespace

std::string_view to_string(Severity severity) {
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

std::string to_text(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  std::string out = printable(where.file);
  if (where.line > 0) out += fmt::format("{}{}", out.empty() ? "line " : ":", where.line);
  if (where.line > 0 && where.column > 0) out += fmt::format(":{}", where.column);
  if (!out.empty()) out += ": ";
  out += to_string(diagnostic.severity);
  if (!diagnostic.code.empty()) out += fmt::format("[{}]", diagnostic.code);
  out += fmt::format(": {}\n", printable(diagnostic.message));
  if (!diagnostic.source.empty() && where.column > 0) {
    append_source(out, diagnostic.source, where.column, diagnostic.width);
  }
  if (!diagnostic.help.empty()) out += fmt::format("help: {}\n", printable(diagnostic.help));
  return out;
}

}  // namespace mubiao
