// mubiao rules test: whether rules find what their examples say.
//
// Door: add_rules_test.

#include "cli/rules.h"

#include <fmt/format.h>

#include <map>
#include <memory>

#include "cli/output_file.h"
#include "mubiao/check.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  ReportFormat format = ReportFormat::kText;
};

CaseStatus status_of(const ExampleResult& result) {
  if (is_failure(result.status)) return CaseStatus::kFail;
  return result.status == ExampleStatus::kTodo ? CaseStatus::kSkipped : CaseStatus::kPass;
}

/// Index 0 is the rule as a whole, which no example makes fire.
Case as_case(const ExampleResult& result) {
  return {.suite = result.where.file,
          .name = result.index == 0 ? result.rule : fmt::format("{}/{}", result.rule, result.index),
          .status = status_of(result),
          .message = result.message,
          .where = result.where};
}

ExitCode run_test(const Arguments& arguments, const Messages& messages) {
  std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return report_unloadable("rules test", arguments.format, messages);
  CheckReport report{.command = "rules test", .rules = rules->name_and_version()};
  std::map<CaseStatus, int> count;
  for (const ExampleResult& result : run_examples(Extractor(std::move(*rules)))) {
    report.cases.push_back(as_case(result));
    ++count[report.cases.back().status];
  }
  report.summary = fmt::format("{} passed, {} failed, {} known gaps", count[CaseStatus::kPass],
                               count[CaseStatus::kFail], count[CaseStatus::kSkipped]);
  const bool good = count[CaseStatus::kFail] == 0 && !report.cases.empty();
  std::string out;
  append_check_report(out, report, arguments.format);
  return worse(good ? ExitCode::kDone : ExitCode::kNo, print(std::move(out), messages));
}

}  // namespace

Command add_rules_test(CLI::App& group) {
  CLI::App* test = group.add_subcommand("test", "run the examples of the rules, and show those that fail");
  auto arguments = std::make_shared<Arguments>();
  add_rule_paths(*test, arguments->paths);
  add_report_format_option(*test, arguments->format);
  test->footer(
      "Exit 1 if an example fails, or a rule has none that makes it fire.\n\nExample:\n  mubiao rules test rules");
  return {test, [arguments](const Messages& messages) { return run_test(*arguments, messages); }};
}

}  // namespace mubiao::cli
