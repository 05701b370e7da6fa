// mubiao eval: how good a rule set is, measured by annotated documents.
//
// Door: add_eval.

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/command.h"
#include "cli/corpus.h"
#include "cli/output_file.h"
#include "cli/rules.h"
#include "mubiao/comparison_output.h"
#include "mubiao/evaluate.h"

namespace mubiao::cli {
namespace {

constexpr std::size_t kMaxGoldBytes = 64 << 20;

struct Arguments {
  InputArguments input;
  std::vector<std::string> gold;
  std::vector<std::string> rules;
  ReportFormat format = ReportFormat::kText;
  Thresholds thresholds;
  bool errors = false;
};

bool is_error(const Diagnostic& problem) { return problem.severity == Severity::kError; }

/// Measures each document as it is read.
class Run {
 public:
  Run(RuleSet rules, const Thresholds& thresholds, const Messages& messages)
      : extractor_(rules), evaluator_(rules), messages_(messages) {
    evaluation_.rules = rules.name_and_version();
    evaluation_.thresholds = thresholds;
  }

  ExitCode measure(const Inputs& inputs, const std::map<std::string, std::string>& gold_of) {
    ExitCode exit = ExitCode::kDone;
    const ExitCode read = for_each_document(inputs, messages_, [&](const std::string& path, const Document& document) {
      exit = worse(exit, measure(document, gold_of.at(path)));
      return true;
    });
    return worse(exit, read);
  }

  const Evaluation& finish() {
    std::set<std::string, std::less<>> made;
    for (const auto& [rule, score] : evaluation_.total.rules) {
      if (score.right + score.wrong + score.extra > 0) made.insert(rule);
    }
    for (const Rule* rule : extractor_.rules().rules(RuleKind::kTarget)) {
      if (!made.contains(rule->id)) evaluation_.idle.push_back(rule->id);
    }
    return evaluation_;
  }

 private:
  ExitCode measure(const Document& document, const std::string& gold_path) {
    const Result<std::string> bytes = read_file(gold_path, kMaxGoldBytes);
    if (!bytes) {
      messages_.show(bytes.error());
      return ExitCode::kInputs;
    }
    const Gold gold = read_gold(gold_path, *bytes, document);
    DocumentEvaluation result = evaluator_.evaluate(document, extractor_.explain(document), gold);
    messages_.show(result.problems);
    const bool good = std::none_of(result.problems.begin(), result.problems.end(), is_error);
    evaluation_.total += result.figures;
    evaluation_.documents.push_back(std::move(result));
    return good ? ExitCode::kDone : ExitCode::kInputs;
  }

  Extractor extractor_;
  Evaluator evaluator_;
  const Messages& messages_;
  Evaluation evaluation_;
};

void append(std::string& out, const Evaluation& evaluation, const Arguments& arguments) {
  switch (arguments.format) {
    case ReportFormat::kText:
      return append_evaluation_text(out, evaluation, arguments.errors);
    case ReportFormat::kJson:
      return append_evaluation_json(out, evaluation);
    default:
      return append_check_report(out, to_check_report(evaluation), arguments.format);
  }
}

ExitCode run(const Arguments& arguments, const Messages& messages) {
  Result<Inputs> inputs = check(arguments.input);
  if (!inputs || (arguments.gold.empty() && arguments.input.paths.empty())) {
    messages.show(inputs ? std::vector{usage_error("nothing to measure", "name documents, --gold, or both")}
                         : inputs.error());
    return ExitCode::kUsage;
  }
  std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
  if (!rules) return report_unloadable("eval", arguments.format, messages);

  const AnnotatedCorpus corpus = find_annotated(arguments.input.paths, arguments.gold);
  messages.show(corpus.problems);
  ExitCode exit = corpus.problems.empty() ? ExitCode::kDone : ExitCode::kInputs;
  inputs->paths.clear();
  std::map<std::string, std::string> gold_of;
  for (const AnnotatedPaths& pair : corpus.pairs) {
    inputs->paths.push_back(pair.document);
    gold_of[pair.document] = pair.gold;
  }
  Run measuring(std::move(*rules), arguments.thresholds, messages);
  exit = worse(exit, measuring.measure(*inputs, gold_of));
  const Evaluation& evaluation = measuring.finish();
  if (!is_good_enough(evaluation)) exit = worse(exit, ExitCode::kNo);

  std::string out;
  append(out, evaluation, arguments);
  return worse(exit, print(std::move(out), messages));
}

constexpr const char* kFooter =
    "The annotations of NAME.txt are in NAME.gold.jsonl, beside it or in a directory named with --gold;\n"
    "rules/README.md, Annotations, has the format. A directory stands for its *.txt, or its *.gold.jsonl.\n\n"
    "detect: the target is found, with its value and unit. strict: and indicator, year, baseline year, bound\n"
    "and change are right. P precision, R recall, F1 of both. Rules: how many of their records are right,\n"
    "wrong (value, or a field of strict) and extra (not annotated), and what they made something else of (missed).\n"
    "Units are compared by the unit table of the rule set: a wrong factor in it is for the examples of rules to "
    "find.\n\n"
    "Examples:\n"
    "  mubiao eval plans                                     plans/*.txt by plans/*.gold.jsonl\n"
    "  mubiao eval plans --gold gold --errors                and each mistake with its place\n"
    "  mubiao eval plans -r rules --min-detect 0.95 -q       exit 1 if F1 is lower, for CI\n"
    "  mubiao eval plans -f json | jq '.rules[] | select(.extra > 0)'";

}  // namespace

Command add_eval(CLI::App& program) {
  CLI::App* app = program.add_subcommand("eval", "measure a rule set by annotated documents");
  auto arguments = std::make_shared<Arguments>();
  app->add_option("path", arguments->input.paths, "documents, or directories of them; nothing: those beside --gold")
      ->type_name("PATH");
  app->add_option("--gold", arguments->gold,
                  "annotations, or directory of them; else beside the documents; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  add_rules_option(*app, arguments->rules);
  add_report_format_option(*app, arguments->format);
  app->add_flag("--errors", arguments->errors, "list each mistake with its place (other formats than text always do)");
  app->add_option("--min-detect", arguments->thresholds.detect, "exit 1 if F1 of detect is lower")
      ->type_name("F1")
      ->check(CLI::Range(0.0, 1.0));
  app->add_option("--min-strict", arguments->thresholds.strict, "exit 1 if F1 of strict is lower")
      ->type_name("F1")
      ->check(CLI::Range(0.0, 1.0));
  add_reading_options(*app, arguments->input);
  app->footer(kFooter);
  return {app, [arguments](const Messages& messages) { return run(*arguments, messages); }};
}

}  // namespace mubiao::cli
