// What rules test found, as a report and as text.
//
// Doors: as_case, test_summary, any_failed, add_untried, add_share, append_test_report.

#include "cli/test_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/messages.h"

namespace mubiao::cli {
namespace {

std::size_t count(const std::vector<Case>& cases, CaseStatus status) {
  return static_cast<std::size_t>(
      std::count_if(cases.begin(), cases.end(), [status](const Case& each) { return each.status == status; }));
}

std::string untried_text(const PatternCoverage& pattern) {
  constexpr std::size_t kMost = 60;
  std::string out;
  for (std::size_t i = 0; i < std::min(pattern.untried.size(), kMost); ++i) {
    const std::string& each = pattern.untried[i];
    out += fmt::format("{}{}", i == 0 ? "" : ", ", each.empty() ? "(nothing)" : each);
  }
  if (pattern.untried.size() > kMost) out += fmt::format(", and {} more", pattern.untried.size() - kMost);
  return out;
}

struct Paint {
  std::string_view begins;  // the line, behind its blanks
  std::string_view color;
};
constexpr std::array kPaints = {Paint{"expected ", "\033[32m"}, Paint{"found ", "\033[31m"}};

void append_painted(std::string& out, std::string_view line) {
  const std::size_t text = std::min(line.find_first_not_of(' '), line.size());
  const auto paint = std::find_if(kPaints.begin(), kPaints.end(),
                                  [&](const Paint& each) { return line.substr(text).starts_with(each.begins); });
  out += paint != kPaints.end() ? fmt::format("{}{}\033[0m\n", paint->color, line) : fmt::format("{}\n", line);
}

}  // namespace

Case as_case(const ExampleResult& result) {
  Case out{.suite = result.where.file, .name = result.name(), .message = result.message, .where = result.where};
  if (is_failure(result.status)) out.status = CaseStatus::kFail;
  if (result.status == ExampleStatus::kTodo) out.status = CaseStatus::kSkipped;
  if (!result.differences.empty() || !result.notes.empty()) out.message += '\n';
  append_differences(out.message, result.differences);
  for (const std::string& note : result.notes) out.message += note + "\n";
  return out;
}

std::string test_summary(const std::vector<Case>& cases) {
  return fmt::format("{} passed, {} failed, {}", count(cases, CaseStatus::kPass), count(cases, CaseStatus::kFail),
                     counted(count(cases, CaseStatus::kSkipped), "known gap"));
}

bool any_failed(const std::vector<Case>& cases) { return count(cases, CaseStatus::kFail) > 0; }

void add_untried(const Coverage& coverage, CheckReport& report) {
  for (const PatternCoverage& pattern : coverage.patterns) {
    if (pattern.untried.empty()) continue;
    report.findings.push_back(
        {.severity = Severity::kNote,
         .code = "COVERAGE",
         .message = fmt::format("{} of {} alternatives of the {} '{}' are in no example: {}",
                                pattern.alternatives - pattern.tried, pattern.alternatives,
                                pattern.fragment ? "fragment" : "rule", pattern.name, untried_text(pattern)),
         .where = pattern.where});
  }
}

std::string add_share(const Coverage& coverage, double least, CheckReport& report) {
  const std::string share =
      fmt::format("{} of {} alternatives covered, {:.1f}%", coverage.tried, coverage.alternatives, coverage.percent());
  if (coverage.percent() < least) {
    report.cases.push_back({.suite = "coverage",
                            .name = "alternatives",
                            .status = CaseStatus::kFail,
                            .message = fmt::format("{}, less than {:g}%; --coverage lists the others", share, least)});
  }
  return share;
}

void append_test_report(std::string& out, const CheckReport& report, ReportFormat format, bool color) {
  std::string text;
  append_check_report(text, report, format);
  if (!color || format != ReportFormat::kText) {
    out += text;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    append_painted(out, std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace mubiao::cli
