// mubiao rules test: whether rules find what their examples say, and documents give the output that was accepted.
//
// Door: add_rules_test.

#include "cli/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/output_file.h"
#include "cli/snapshots.h"
#include "cli/test_report.h"
#include "mubiao/check.h"
#include "mubiao/check_report.h"
#include "mubiao/coverage.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string only;
  std::vector<std::string> snapshots;
  bool update = false;
  bool no_coverage = false;
  bool coverage = false;
  std::optional<double> min_coverage;
  ReportFormat format = ReportFormat::kText;
};

/// What --run picks; a message and no value if it is no regular expression.
std::optional<NamePattern> read_only(const std::string& regex, const Messages& messages) {
  Result<NamePattern> pattern = NamePattern::compile(regex);
  if (pattern) return std::move(*pattern);
  messages.show(
      usage_error(fmt::format("--run: '{}' is no regular expression: {}", regex, pattern.error().front().message),
                  "the syntax is that of RE2; write \\. for a dot, ^ and $ for the ends of a name"));
  return std::nullopt;
}

/// False after a message if there is nothing to compare or to write.
bool find_snapshots(const Arguments& arguments, const Messages& messages, std::vector<std::string>& folders) {
  folders = arguments.snapshots.empty() ? snapshot_folders(arguments.paths) : arguments.snapshots;
  if (!arguments.update || !folders.empty()) return true;
  messages.show(usage_error("--update: there are no snapshots to write",
                            "name the directory of a rule set that has a directory 'tests', or --snapshots DIR"));
  return false;
}

void run_all(const Extractor& extractor, const Arguments& arguments, const NamePattern* only, CheckReport& report) {
  for (const ExampleResult& result : run_examples(extractor, only)) {
    if (result.status == ExampleStatus::kUntested && arguments.no_coverage) continue;
    report.cases.push_back(as_case(result));
  }
}

ExitCode run_test(const Arguments& arguments, const Messages& messages) {
  std::optional<NamePattern> only;
  if (!arguments.only.empty() && !(only = read_only(arguments.only, messages))) return ExitCode::kUsage;
  Snapshots snapshots{.only = only ? &*only : nullptr, .update = arguments.update};
  if (!find_snapshots(arguments, messages, snapshots.folders)) return ExitCode::kUsage;
  std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return report_unloadable("rules test", arguments.format, messages);

  CheckReport report{.command = "rules test", .rules = rules->name_and_version()};
  const Extractor extractor(std::move(*rules));
  run_all(extractor, arguments, snapshots.only, report);
  ExitCode exit = run_snapshots(extractor, snapshots, messages, report.cases);
  if (report.cases.empty()) {
    messages.show(Diagnostic{.message = only ? fmt::format("nothing was run: no rule, example or snapshot has a name "
                                                           "that '{}' matches",
                                                           arguments.only)
                                             : "nothing was run: the set has no rules and no snapshots"});
    exit = worse(exit, ExitCode::kNo);
  }
  std::string share;
  if (arguments.coverage || arguments.min_coverage) {
    const Coverage coverage = measure_coverage(extractor);
    if (arguments.coverage) add_untried(coverage, report);
    share = "; " + add_share(coverage, arguments.min_coverage.value_or(0), report);
  }
  report.summary = test_summary(report.cases) + share;
  if (any_failed(report.cases)) exit = worse(exit, ExitCode::kNo);
  std::string out;
  append_test_report(out, report, arguments.format, messages.color_results());
  return worse(exit, print(std::move(out), messages));
}

void add_options(CLI::App& test, Arguments& arguments) {
  add_rule_paths(test, arguments.paths);
  CLI::Option* only = test.add_option("--run", arguments.only,
                                      "run only what this regular expression is found in: rule, rule/N, snapshot/NAME");
  only->type_name("REGEX");
  test.add_option(
          "--snapshots", arguments.snapshots,
          "directory of documents NAME.txt with their accepted output NAME.jsonl; else the directory 'tests' of "
          "each PATH")
      ->type_name("DIR")
      ->allow_extra_args(false);
  test.add_flag("--update", arguments.update, "accept what the documents give now: write NAME.jsonl");
  test.add_flag("--no-coverage", arguments.no_coverage, "no failure for what no example exercises");
  CLI::Option* coverage = test.add_flag("--coverage", arguments.coverage,
                                        "show the alternatives of patterns and fragments that no example goes through");
  CLI::Option* least = test.add_option("--min-coverage", arguments.min_coverage,
                                       "fail if examples go through less than this share of the alternatives");
  least->type_name("PERCENT")->check(CLI::Range(0.0, 100.0));
  coverage->excludes(only);
  least->excludes(only);
}

}  // namespace

Command add_rules_test(CLI::App& group) {
  CLI::App* test = group.add_subcommand("test", "run the examples of the rules, and show those that fail");
  auto arguments = std::make_shared<Arguments>();
  add_options(*test, *arguments);
  add_report_format_option(*test, arguments->format);
  test->footer(
      "Exit 1 if an example fails or a document gives other output than was accepted, if no example makes a\n"
      "rule fire or exercises an unless clause, and if nothing was run. Only --update ever writes a file.\n\n"
      "Examples:\n"
      "  mubiao rules test rules                           all examples and snapshots\n"
      "  mubiao rules test rules --run '^target\\.reach/2$'  one example\n"
      "  mubiao rules test rules --coverage                what examples leave out\n"
      "  mubiao rules test rules --update                  accept new output");
  return {test, [arguments](const Messages& messages) { return run_test(*arguments, messages); }};
}

}  // namespace mubiao::cli
