// mubiao rules check: whether rule files load and compile, and every problem if not.
//
// Door: add_rules_check.

#include <fmt/format.h>

#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  ReportFormat format = ReportFormat::kText;
};

ExitCode run_check(const Arguments& arguments, const Messages& messages) {
  const Result<std::vector<RuleFile>> files = read_rule_files(arguments.paths);
  if (!files) {
    messages.show(files.error());
    return report_unloadable("rules check", arguments.format, messages);
  }
  const Result<RuleSet> rules = RuleSet::load(*files);
  CheckReport report{.command = "rules check", .rules = rules ? rules->name_and_version() : ""};
  if (rules) {
    report.summary =
        fmt::format("{}: {} files, {} rules, no problem", report.rules, files->size(), rules->rules().size());
  } else {
    report.findings = rules.error();
    report.summary = fmt::format("{} files, {} problems", files->size(), report.findings.size());
  }
  std::string out;
  append_check_report(out, report, arguments.format);
  return worse(rules ? ExitCode::kDone : ExitCode::kNo, print(std::move(out), messages));
}

}  // namespace

Command add_rules_check(CLI::App& group) {
  CLI::App* check = group.add_subcommand("check", "load and compile rule files, and show every problem");
  auto arguments = std::make_shared<Arguments>();
  add_rule_paths(*check, arguments->paths);
  add_report_format_option(*check, arguments->format);
  check->footer("Exit 1 if there is a problem.\n\nExample:\n  mubiao rules check rules");
  return {check, [arguments](const Messages& messages) { return run_check(*arguments, messages); }};
}

}  // namespace mubiao::cli
