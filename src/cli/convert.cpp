// mubiao convert: one quantity in another unit.
//
// Door: add_convert.

#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/normalize.h"
#include "mubiao/quantity.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> texts;
  std::string to;
  std::vector<std::string> rules;
};

/// What `text` says, or why it cannot be said in that unit.
Result<std::string> convert_text(const std::string& text, const std::optional<Unit>& to, const UnitTable& units) {
  const std::optional<Quantity> quantity = read_quantity(simplified(fold_characters(text)), units);
  if (!quantity) return usage_error(fmt::format("'{}' is not a quantity", text), "write a number with a unit");
  const std::optional<Quantity> result = to ? convert(*quantity, *to) : in_canonical_unit(*quantity);
  if (!result) {
    return usage_error(fmt::format("'{}' is {}, which no {} is", text,
                                   quantity->unit ? quantity->unit->dimension : "a number without unit", to->symbol));
  }
  std::string line = result->value.to_decimal();
  if (result->high) line += "-" + result->high->to_decimal();
  if (!to && result->unit) line += " " + result->unit->symbol;
  return line;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    if (!lines.back().empty() && lines.back().back() == '\r') lines.back().pop_back();
    begin = end + 1;
  }
  return lines;
}

Diagnostic unknown_unit(const std::string& to, const UnitTable& units) {
  std::vector<std::string_view> symbols;
  for (const Dimension& dimension : units.dimensions()) {
    if (!dimension.counter) symbols.push_back(dimension.canonical);
  }
  return usage_error(fmt::format("--to: unknown unit '{}'", to), rules::suggestion(to, symbols, "for example"));
}

ExitCode run(const Arguments& arguments, const CLI::App& app, const Messages& messages) {
  const bool from_stdin = arguments.texts.empty() || arguments.texts == std::vector<std::string>{"-"};
  if (nothing_to_read({.paths = arguments.texts, .encoding = {}, .input_format = {}}, app)) return ExitCode::kUsage;
  const std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
  if (!rules) return ExitCode::kRules;
  std::optional<Unit> to;
  if (!arguments.to.empty()) {
    to = rules->units().find(simplified(fold_characters(arguments.to)));
    if (!to) {
      messages.show(unknown_unit(arguments.to, rules->units()));
      return ExitCode::kUsage;
    }
  }
  std::vector<std::string> texts = arguments.texts;
  if (from_stdin) {
    const Result<std::string> read = read_file("-", InputArguments{}.max_bytes);
    if (!read) {
      messages.show(read.error());
      return ExitCode::kInputs;
    }
    texts = lines_of(*read);
  }

  std::string out;
  ExitCode exit = ExitCode::kDone;
  for (const std::string& text : texts) {
    const Result<std::string> line = convert_text(text, to, rules->units());
    if (line) {
      out += *line;
    } else {
      messages.show(line.error());
      exit = ExitCode::kInputs;
    }
    out += '\n';  // also for what failed: line by line, output stays beside input
  }
  return worse(exit, print(std::move(out), messages));
}

}  // namespace

Command add_convert(CLI::App& program) {
  CLI::App* app = program.add_subcommand("convert", "say a quantity in another unit, exactly");
  auto arguments = std::make_shared<Arguments>();
  app->add_option("text", arguments->texts, "quantities; - or nothing reads one a line from stdin")->type_name("TEXT");
  app->add_option("--to", arguments->to, "the unit; else the canonical one of its dimension, which is then named")
      ->type_name("UNIT");
  add_rules_option(*app, arguments->rules);
  app->footer(
      "What cannot be converted is an empty line, a message, and exit status 4.\n\n"
      "Examples:\n"
      "  mubiao convert 15万千瓦 --to MW        150\n"
      "  mubiao convert 3亩                     0.2 ha\n"
      "  cut -f2 table.tsv | mubiao convert --to t");
  return {app, [arguments, app](const Messages& messages) { return run(*arguments, *app, messages); }};
}

}  // namespace mubiao::cli
