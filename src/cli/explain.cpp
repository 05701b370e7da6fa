// mubiao explain: what became of each number of a document, and why.
//
// Door: add_explain.

#include <limits>
#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/extract.h"
#include "mubiao/report.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  InputArguments input;
  std::vector<std::string> rules;
  std::string format;
  std::size_t line = 0;
  bool unaccounted = false;
};

ExitCode run(const Arguments& arguments, const CLI::App& app, const Messages& messages) {
  if (nothing_to_read(arguments.input, app)) return ExitCode::kUsage;
  const Result<Inputs> inputs = check(arguments.input);
  if (!inputs) {
    messages.show(inputs.error());
    return ExitCode::kUsage;
  }
  std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
  if (!rules) return ExitCode::kRules;

  const Producer producer = producer_of(*rules);
  const Extractor extractor(std::move(*rules));
  const ExplainFilter filter{.line = arguments.line ? std::optional(arguments.line) : std::nullopt,
                             .unaccounted = arguments.unaccounted};
  std::string out;
  ExitCode answer = ExitCode::kDone;
  const ExitCode read = for_each_document(*inputs, messages, [&](const std::string&, const Document& document) {
    Extraction explained = extractor.explain(document);
    messages.show(explained.diagnostics);
    narrow(filter, explained);
    if (arguments.unaccounted && !explained.accounts.empty()) answer = ExitCode::kNo;
    if (arguments.format == "json") {
      append_explanation_json(out, document, explained, producer);
    } else {
      append_explanation_text(out, document, explained, producer);
    }
    return true;
  });
  return worse(worse(read, answer), print(std::move(out), messages));
}

}  // namespace

Command add_explain(CLI::App& program) {
  CLI::App* app = program.add_subcommand("explain", "say of each number what became of it and why");
  auto arguments = std::make_shared<Arguments>();
  add_single_input_options(*app, arguments->input);
  app->add_option("--line", arguments->line, "only what begins on this line of the file")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::numeric_limits<std::size_t>::max()));
  app->add_flag("--unaccounted", arguments->unaccounted,
                "only numbers that no rule speaks for; exit 1 if there are any");
  add_format_option(*app, arguments->format, {"text", "json"});
  add_rules_option(*app, arguments->rules);
  app->footer(
      "Examples:\n"
      "  mubiao explain --line 12 plan.txt\n"
      "  mubiao explain --unaccounted plan.txt || echo 'some numbers are not explained'\n"
      "  mubiao explain -f json plan.txt | jq '.numbers[] | select(.verdict == \"context\")'");
  return {app, [arguments, app](const Messages& messages) { return run(*arguments, *app, messages); }};
}

}  // namespace mubiao::cli
