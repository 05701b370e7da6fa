// mubiao rules test: whether rules find what their examples say.
//
// Door: add_rules_test.

#include "cli/rules.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <memory>

#include "cli/output_file.h"
#include "mubiao/check.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
};

ExitCode run_test(const Arguments& arguments, const Messages& messages) {
  std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return ExitCode::kRules;
  const std::vector<ExampleResult> results = run_examples(Extractor(std::move(*rules)));
  std::string out;
  std::map<ExampleStatus, int> count;
  for (const ExampleResult& result : results) {
    ++count[result.status];
    if (!is_failure(result.status)) continue;
    const std::string which = result.index == 0 ? "" : fmt::format(" example {}", result.index);
    fmt::format_to(std::back_inserter(out), "{}:{}: {}{}: {}\n", result.where.file, result.where.line, result.rule,
                   which, result.message);
  }
  const int failures = count[ExampleStatus::kFail] + count[ExampleStatus::kTodoPassed];
  fmt::format_to(std::back_inserter(out), "{} passed, {} failed, {} known gaps\n", count[ExampleStatus::kPass],
                 failures, count[ExampleStatus::kTodo]);
  const ExitCode answer = failures > 0 || results.empty() ? ExitCode::kNo : ExitCode::kDone;
  return worse(answer, print(std::move(out), messages));
}

}  // namespace

Command add_rules_test(CLI::App& group) {
  CLI::App* test = group.add_subcommand("test", "run the examples of the rules, and show those that fail");
  auto arguments = std::make_shared<Arguments>();
  add_rule_paths(*test, arguments->paths);
  test->footer(
      "Exit 1 if an example fails, or a rule has none that makes it fire.\n\nExample:\n  mubiao rules test rules");
  return {test, [arguments](const Messages& messages) { return run_test(*arguments, messages); }};
}

}  // namespace mubiao::cli
