// Reports of checks: which format writes them, and what the formats share.
//
// Doors: append_check_report, report_formats, parse_report_format, all_problems.

#include "mubiao/check_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "output/check_formats.h"

namespace mubiao {
namespace output {

std::string_view to_string(CaseStatus status) {
  switch (status) {
    case CaseStatus::kPass:
      return "pass";
    case CaseStatus::kFail:
      return "fail";
    case CaseStatus::kSkipped:
      break;
  }
  return "skipped";
}

std::vector<Diagnostic> all_problems(const CheckReport& report) {
  std::vector<Diagnostic> out = report.findings;
  for (const Case& each : report.cases) {
    if (each.status != CaseStatus::kFail) continue;
    out.push_back({.severity = Severity::kError,
                   .code = std::string(kFailedCase),
                   .message = fmt::format("{}: {}", each.name, each.message),
                   .where = each.where});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
  return out;
}

}  // namespace output

namespace {

struct Format {
  std::string_view name;
  void (*append)(std::string& out, const CheckReport& report);
};

// In the order of ReportFormat.
constexpr std::array kFormats = {
    Format{"text", output::append_check_text},     Format{"json", output::append_check_json},
    Format{"github", output::append_check_github}, Format{"sarif", output::append_check_sarif},
    Format{"junit", output::append_check_junit},
};

}  // namespace

std::string_view to_string(ReportFormat format) { return kFormats[static_cast<std::size_t>(format)].name; }

std::optional<ReportFormat> parse_report_format(std::string_view name) {
  for (const ReportFormat each : report_formats()) {
    if (to_string(each) == name) return each;
  }
  return std::nullopt;
}

const std::vector<ReportFormat>& report_formats() {
  static const std::vector<ReportFormat> all = {ReportFormat::kText, ReportFormat::kJson, ReportFormat::kGithub,
                                                ReportFormat::kSarif, ReportFormat::kJunit};
  return all;
}

void append_check_report(std::string& out, const CheckReport& report, ReportFormat format) {
  kFormats[static_cast<std::size_t>(format)].append(out, report);
}

}  // namespace mubiao
