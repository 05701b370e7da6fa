// mubiao normalize: the text that rules see.
//
// Door: add_normalize.

#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/outline.h"
#include "mubiao/report.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  InputArguments input;
  std::vector<std::string> rules;
  bool map = false;
  bool raw = false;
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
    if (arguments.raw) {
      out = document.text();
      return true;
    }
    NormalizedText text = normalize(document, opens_block(*rules));
    if (arguments.map) {
      append_map(out, document, text);
    } else {
      out = std::move(text.written.empty() ? text.text : text.written);
      if (!out.empty() && out.back() != '\n') out += '\n';
    }
    return true;
  });
  return worse(read, print(std::move(out), messages));
}

}  // namespace

Command add_normalize(CLI::App& program) {
  CLI::App* app = program.add_subcommand("normalize", "print a document as rules see it: folded, hard wraps repaired");
  auto arguments = std::make_shared<Arguments>();
  add_single_input_options(*app, arguments->input);
  app->add_flag("--map", arguments->map, "show where each paragraph stands in the file");
  app->add_flag("--raw", arguments->raw, "print the text as it was read, in UTF-8, before anything is done to it")
      ->excludes("--map");
  add_rules_option(*app, arguments->rules);
  app->footer(
      "--map prints, separated by tabs: the span in the normalized text, the bytes in the file, line:column, the "
      "text.\n"
      "--raw prints the text of a PDF that start, end, line and column of its records count in.\n\n"
      "Examples:\n"
      "  mubiao normalize wrapped.txt > clean.txt\n"
      "  mubiao normalize --map wrapped.txt | head");
  return {app, [arguments, app](const Messages& messages) { return run(*arguments, *app, messages); }};
}

}  // namespace mubiao::cli
