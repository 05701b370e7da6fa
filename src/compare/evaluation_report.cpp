// An evaluation as findings and cases, for formats that CI systems read. Doors: is_good_enough, to_check_report.
#include <fmt/format.h>

#include <algorithm>

#include "mubiao/evaluate.h"
#include "text/terminal.h"

namespace mubiao {
namespace {

bool reaches(const Figures& figures, const Thresholds& thresholds) {
  return (!thresholds.detect || figures.detect.f1() >= *thresholds.detect) &&
         (!thresholds.strict || figures.strict.f1() >= *thresholds.strict);
}

std::string against(std::string_view what, const Score& score, const std::optional<double>& threshold) {
  const std::string asked = threshold ? fmt::format(", {} asked for", *threshold) : "";
  return fmt::format("{} F1 {:.3f}{}", what, score.f1(), asked);
}

std::string words(const Figures& figures, const Thresholds& thresholds) {
  return against("detect", figures.detect, thresholds.detect) + "; " +
         against("strict", figures.strict, thresholds.strict);
}

/// Of the quote on its first line.
std::size_t columns_of(std::string_view quote) {
  const std::string_view line = quote.substr(0, quote.find("⏎"));
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size(); ++columns) next_code_point(line, at);
  return std::max<std::size_t>(columns, 1);
}

Diagnostic finding(const Mistake& mistake) {
  const bool field = mistake.what == MistakeKind::kWrongField;
  const std::string what = field ? fmt::format("wrong {} of a {}", mistake.field, to_string(mistake.kind))
                                 : fmt::format("{} {}", to_string(mistake.what), to_string(mistake.kind));
  const std::string by = mistake.rule.empty() ? "" : fmt::format(" by {}", mistake.rule);
  return {.severity = Severity::kWarning,
          .code = std::string(to_string(mistake.what)),
          .message = fmt::format("{} {}: annotated is {}, found is {}{}", what, mistake.quote, mistake.annotated,
                                 mistake.found, by),
          .where = mistake.where,
          .width = columns_of(mistake.quote)};
}

}  // namespace

bool is_good_enough(const Evaluation& evaluation) { return reaches(evaluation.total, evaluation.thresholds); }

CheckReport to_check_report(const Evaluation& evaluation) {
  const bool good = is_good_enough(evaluation);
  CheckReport report{.command = "eval", .rules = evaluation.rules};
  const auto add_case = [&](const std::string& name, const Figures& figures, const Location& where) {
    const bool fails = !good && !reaches(figures, evaluation.thresholds);
    report.cases.push_back({.suite = "eval",
                            .name = name,
                            .status = fails ? CaseStatus::kFail : CaseStatus::kPass,
                            .message = fails ? words(figures, evaluation.thresholds) : "",
                            .where = where});
  };
  for (const DocumentEvaluation& document : evaluation.documents) {
    for (const Diagnostic& problem : document.problems) report.findings.push_back(problem);
    for (const Mistake& mistake : document.mistakes) report.findings.push_back(finding(mistake));
    add_case(document.path, document.figures, {.file = document.path});
  }
  add_case("all documents", evaluation.total, {});
  report.summary =
      fmt::format("{} documents: {}", evaluation.documents.size(), words(evaluation.total, evaluation.thresholds));
  return report;
}

}  // namespace mubiao
