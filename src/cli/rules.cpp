// mubiao rules: what rule authors and their CI need.
//
// Doors: add_rules, and what its commands share.

#include "cli/rules.h"

#include "cli/output_file.h"

namespace mubiao::cli {

void add_rule_paths(CLI::App& app, std::vector<std::string>& paths) {
  app.add_option("path", paths, "rule files, or directories of them; nothing, or std, is the built-in set")
      ->type_name("PATH");
}

ExitCode report_unloadable(std::string command, ReportFormat format, const Messages& messages) {
  if (format == ReportFormat::kText) return ExitCode::kRules;
  CheckReport report{.command = std::move(command), .rules = "", .summary = "the rules cannot be loaded"};
  report.findings.push_back({.code = "E-RULES", .message = report.summary, .help = "stderr says why"});
  std::string out;
  append_check_report(out, report, format);
  return worse(ExitCode::kRules, print(std::move(out), messages));
}

std::vector<Command> add_rules(CLI::App& program) {
  CLI::App* group = program.add_subcommand("rules", "check, test, list, show, compare, lay out and begin rules");
  group->require_subcommand(1);
  return {add_rules_check(*group), add_rules_test(*group),   add_rules_list(*group), add_rules_show(*group),
          add_rules_lints(*group), add_rules_fmt(*group),    add_rules_new(*group),  add_rules_schema(*group),
          add_rules_diff(*group),  add_rules_profile(*group)};
}

}  // namespace mubiao::cli
