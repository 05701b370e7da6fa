// A report of a check as workflow commands, which GitHub shows beside the lines they name. It shows ten of each kind
// and step, so errors come first, and the summary before what is only a note.
//
// Door: append_check_github.

#include <fmt/format.h>

#include <iterator>

#include "output/check_formats.h"
#include "output/printable.h"

namespace mubiao::output {
namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "notice";
}

/// What would end the command, or be taken for one of its own signs, goes as %XX.
std::string escaped(std::string_view text, std::string_view reserved) {
  std::string scratch;
  std::string out;
  for (const char c : printable(text, scratch)) {
    if (reserved.find(c) == std::string_view::npos) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string as_message(std::string_view text) { return escaped(text, "%\r\n"); }
std::string as_property(std::string_view text) { return escaped(text, "%\r\n:,"); }

void append_problem(std::string& out, const Diagnostic& problem) {
  const Location& where = problem.where;
  std::string properties;
  const auto property = [&](std::string_view name, const auto& value) {
    fmt::format_to(std::back_inserter(properties), "{}{}={}", properties.empty() ? " " : ",", name, value);
  };
  if (!where.file.empty()) property("file", as_property(where.file));
  if (where.line > 0) property("line", where.line);
  if (where.line > 0 && where.column > 0) property("col", where.column);
  if (!problem.code.empty()) property("title", as_property(problem.code));
  std::string message = problem.message;
  if (!problem.help.empty()) message += "\nhelp: " + problem.help;
  fmt::format_to(std::back_inserter(out), "::{}{}::{}\n", command_of(problem.severity), properties,
                 as_message(message));
}

}  // namespace

void append_check_github(std::string& out, const CheckReport& report) {
  std::string notes;
  for (const Diagnostic& problem : all_problems(report)) {
    append_problem(problem.severity == Severity::kNote ? notes : out, problem);
  }
  fmt::format_to(std::back_inserter(out), "::notice title={}::{}\n", as_property("mubiao " + report.command),
                 as_message(report.summary));
  out += notes;
}

}  // namespace mubiao::output
