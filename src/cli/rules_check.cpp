// mubiao rules check: whether rule files load and compile, and what is doubtful in them.
//
// Door: add_rules_check.

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "mubiao/lint.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string fail_level = "error";
  ReportFormat format = ReportFormat::kText;
};

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// "2 errors, 1 warning", or "no problem".
std::string counted(const std::vector<Diagnostic>& findings) {
  const auto errors = static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [](const Diagnostic& d) { return d.severity == Severity::kError; }));
  const std::size_t warnings = findings.size() - errors;
  if (findings.empty()) return "no problem";
  if (warnings == 0) return counted(errors, "error");
  if (errors == 0) return counted(warnings, "warning");
  return counted(errors, "error") + ", " + counted(warnings, "warning");
}

CheckReport check(const std::vector<RuleFile>& files, const LintOptions& options) {
  LintResult result = check_rules(files, options);
  CheckReport report{.command = "rules check", .rules = ""};
  if (result.rules) {
    report.rules = result.rules->name_and_version();
    report.summary = fmt::format("{}: {}, {}, {}", report.rules, counted(files.size(), "file"),
                                 counted(result.rules->rules().size(), "rule"), counted(result.findings));
  } else {
    report.summary = fmt::format("{}, {}", counted(files.size(), "file"), counted(result.findings));
  }
  report.findings = std::move(result.findings);
  return report;
}

ExitCode run_check(const Arguments& arguments, const Messages& messages) {
  const Result<std::vector<RuleFile>> files = read_rule_files(arguments.paths);
  if (!files) {
    messages.show(files.error());
    return report_unloadable("rules check", arguments.format, messages);
  }
  const LintOptions options;
  CheckReport report = check(*files, options);
  report.fails_from = arguments.fail_level == "warning" ? Severity::kWarning : Severity::kError;
  const bool fails = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&](const Diagnostic& finding) { return finding.severity >= report.fails_from; });
  std::string out;
  append_check_report(out, report, arguments.format);
  return worse(fails ? ExitCode::kNo : ExitCode::kDone, print(std::move(out), messages));
}

}  // namespace

Command add_rules_check(CLI::App& group) {
  CLI::App* check = group.add_subcommand("check", "load and compile rule files, and show every problem");
  auto arguments = std::make_shared<Arguments>();
  add_rule_paths(*check, arguments->paths);
  check->add_option("--fail-level", arguments->fail_level, "least severity that makes the answer no: error, warning")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->check(one_of({"error", "warning"}));
  add_report_format_option(*check, arguments->format);
  check->footer(
      "Exit 1 if there is a problem of that severity. What a problem means: mubiao rules lints ID\n\n"
      "Example:\n  mubiao rules check --fail-level warning rules");
  return {check, [arguments](const Messages& messages) { return run_check(*arguments, messages); }};
}

}  // namespace mubiao::cli
