// A report of a check for people: what was found with its source line and caret, what failed, and a line that sums up.
//
// Door: append_check_text.

#include <fmt/format.h>

#include "output/check_formats.h"
#include "output/printable.h"

namespace mubiao::output {
namespace {

/// Texts of rule files and documents are in messages of cases: a terminal would obey their control characters.
std::string without_controls(std::string_view raw) {
  std::string scratch;
  const std::string_view text = printable(raw, scratch);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    if (c1 || (c < 0x20 && c != '\n') || c == 0x7F) {
      out += c == '\t' ? " " : "�";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string place_of(const Location& where) {
  std::string out = where.file;
  if (where.line > 0) out += fmt::format("{}{}", out.empty() ? "line " : ":", where.line);
  if (where.line > 0 && where.column > 0) out += fmt::format(":{}", where.column);
  return out.empty() ? out : out + ": ";
}

/// A message of one line stands behind the name, several stand below it.
void append_failure(std::string& out, const Case& failed) {
  std::string text = fmt::format("{}failed: {}", place_of(failed.where), failed.name);
  const bool several = failed.message.find('\n') != std::string::npos;
  text += several ? ":\n  " : ": ";
  for (const char c : failed.message) {
    text += c;
    if (c == '\n') text += "  ";
  }
  text.erase(text.find_last_not_of(" \n") + 1);
  out += without_controls(text);
  out += '\n';
}

}  // namespace

void append_check_text(std::string& out, const CheckReport& report) {
  for (const Diagnostic& finding : report.findings) out += to_text(finding);
  for (const Case& each : report.cases) {
    if (each.status == CaseStatus::kFail) append_failure(out, each);
  }
  out += without_controls(report.summary);
  out += '\n';
}

}  // namespace mubiao::output
