// mubiao outline: metadata, sections and paragraphs of a document.
//
// Door: add_outline.

#include "mubiao/outline.h"

#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/report.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  InputArguments input;
  std::vector<std::string> rules;
  std::string format;
};

ExitCode run(const Arguments& arguments, const CLI::App& app, const Messages& messages) {
  if (nothing_to_read(arguments.input, app)) return ExitCode::kUsage;
  const Result<Inputs> inputs = check(arguments.input);
  if (!inputs) {
    messages.show(inputs.error());
    return ExitCode::kUsage;
  }
  const std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
  if (!rules) return ExitCode::kRules;

  std::string out;
  const ExitCode read = for_each_document(*inputs, messages, [&](const std::string&, const Document& document) {
    const NormalizedText text = normalize(document, opens_block(*rules));
    const Outline found = as_written(outline(text, *rules), text);
    if (arguments.format == "json") {
      append_outline_json(out, document, text, found, producer_of(*rules));
    } else {
      append_outline_text(out, document, found, producer_of(*rules));
    }
    return true;
  });
  return worse(read, print(std::move(out), messages));
}

}  // namespace

Command add_outline(CLI::App& program) {
  CLI::App* app = program.add_subcommand("outline", "show title, number, issuer, date, and the tree of sections");
  auto arguments = std::make_shared<Arguments>();
  add_single_input_options(*app, arguments->input);
  add_format_option(*app, arguments->format, {"text", "json"});
  add_rules_option(*app, arguments->rules);
  app->footer(
      "Behind each heading stand the number of its own paragraphs and the departments they name.\n\n"
      "Examples:\n"
      "  mubiao outline plan.txt\n"
      "  mubiao outline -f json plan.txt | jq -r '.sections[].title'");
  return {app, [arguments, app](const Messages& messages) { return run(*arguments, *app, messages); }};
}

}  // namespace mubiao::cli
