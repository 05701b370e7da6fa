// A report of a check for people: what was found with its source line and caret, what failed, and a line that sums up.
//
// Door: append_check_text.

#include <fmt/format.h>

#include "output/check_formats.h"
#include "output/printable.h"

namespace mubiao::output {
namespace {

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
