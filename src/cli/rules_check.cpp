// mubiao rules check: whether rule files load and compile, what is doubtful in them, and what their examples tell.
//
// Door: add_rules_check.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "cli/corpus.h"
#include "cli/output_file.h"
#include "cli/revision.h"
#include "cli/rules.h"
#include "mubiao/check.h"
#include "mubiao/lint.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::vector<std::string> corpus;
  std::string base;
  std::string fail_level = "error";
  ReportFormat format = ReportFormat::kText;
};

// "2 errors, 1 warning", or "no problem".
std::string count_by_severity(const std::vector<Diagnostic>& findings) {
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
                                 counted(result.rules->rules().size(), "rule"), count_by_severity(result.findings));
  } else {
    report.summary = fmt::format("{}, {}", counted(files.size(), "file"), count_by_severity(result.findings));
  }
  report.findings = std::move(result.findings);
  return report;
}

/// Runs the examples of the set, and the set over the documents of --corpus.
class ExampleCheck {
 public:
  ExampleCheck(const std::vector<RuleFile>& files, const std::vector<std::string>& corpus, const Messages& messages)
      : files_(files), messages_(messages) {
    exit_ = add_corpus(corpus, inputs_, messages);
  }

  std::vector<Diagnostic> operator()(const RuleSet& rules) {
    const Extractor extractor(rules);
    std::vector<Diagnostic> out = lint_examples(extractor, files_);
    CorpusLint corpus(extractor);
    const ExitCode read = for_each_document(inputs_, messages_, [&](const std::string&, const Document& document) {
      corpus.add(document);
      return true;
    });
    exit_ = worse(exit_, read);
    for (Diagnostic& finding : corpus.findings(files_)) out.push_back(std::move(finding));
    return out;
  }

  /// kInputs if a document could not be read.
  ExitCode exit() const { return exit_; }

 private:
  static constexpr std::size_t kMaxBytes = std::size_t{1} << 30;
  const std::vector<RuleFile>& files_;
  const Messages& messages_;
  Inputs inputs_{.paths = {}, .max_bytes = kMaxBytes};
  ExitCode exit_ = ExitCode::kDone;
};

ExitCode run_check(const Arguments& arguments, const Messages& messages) {
  const Result<std::vector<RuleFile>> files = read_rule_files(arguments.paths);
  if (!files) {
    messages.show(files.error());
    return report_unloadable("rules check", arguments.format, messages);
  }
  ExampleCheck examples(*files, arguments.corpus, messages);
  LintOptions options;
  options.more = std::ref(examples);
  if (!arguments.base.empty()) {
    Result<std::vector<RuleFile>> base = read_rule_files_at(arguments.base, arguments.paths);
    if (!base) {
      messages.show(base.error());
      return report_unloadable("rules check", arguments.format, messages);
    }
    options.base = *std::move(base);
    options.base_name = arguments.base;
  }
  CheckReport report = check(*files, options);
  report.fails_from = arguments.fail_level == "warning" ? Severity::kWarning : Severity::kError;
  const bool fails = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&](const Diagnostic& finding) { return finding.severity >= report.fails_from; });
  std::string out;
  append_check_report(out, report, arguments.format);
  const ExitCode answer = worse(fails ? ExitCode::kNo : ExitCode::kDone, examples.exit());
  return worse(answer, print(std::move(out), messages));
}

}  // namespace

Command add_rules_check(CLI::App& group) {
  CLI::App* check = group.add_subcommand("check", "load and compile rule files, and show every problem");
  auto arguments = std::make_shared<Arguments>();
  add_rule_paths(*check, arguments->paths);
  check->add_option("--base", arguments->base, "git revision to compare with: HEAD, a tag; see lints W-REV and E-ID")
      ->type_name("REVISION");
  check->add_option("--fail-level", arguments->fail_level, "least severity that makes the answer no: error, warning")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->check(one_of({"error", "warning"}));
  check
      ->add_option("--corpus", arguments->corpus,
                   "document, or directory of *.txt: rules that match there, but never win; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  add_report_format_option(*check, arguments->format);
  check->footer(
      "Exit 1 if there is a problem of that severity. What a problem means: mubiao rules lints ID\n\n"
      "Examples:\n"
      "  mubiao rules check --fail-level warning rules\n"
      "  mubiao rules check --corpus plans rules\n"
      "  mubiao rules check --base origin/main rules      has a rule changed, but not its rev?");
  return {check, [arguments](const Messages& messages) { return run_check(*arguments, messages); }};
}

}  // namespace mubiao::cli
