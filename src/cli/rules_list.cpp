// mubiao rules list: the rules of a set, a line each.
//
// Door: add_rules_list.

#include <fmt/format.h>

#include <iterator>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "output/column.h"
#include "output/json_writer.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string format;
};

void append_list(std::string& out, const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    std::string row = rule.id;
    output::pad_to(row, 32);
    fmt::format_to(std::back_inserter(row), " {:<10} {:>3}  {}\n", to_string(rule.kind), rule.priority,
                   rule.description);
    out += row;
  }
}

void append_list_json(std::string& out, const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    output::JsonWriter json(out);
    json.begin_object();
    json.field("id", rule.id);
    json.field("kind", to_string(rule.kind));
    json.field("rev", rule.rev);
    json.field("priority", rule.priority);
    json.field("description", rule.description);
    json.field("keywords", rule.keywords);
    json.field("examples", rule.examples.size());
    json.field("file", rule.where.file);
    json.field("line", rule.where.line);
    json.end_object();
    out += '\n';
  }
}

ExitCode run_list(const Arguments& arguments, const Messages& messages) {
  const std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return ExitCode::kRules;
  std::string out;
  if (arguments.format == "json") {
    append_list_json(out, *rules);
  } else {
    append_list(out, *rules);
  }
  return print(std::move(out), messages);
}

}  // namespace

Command add_rules_list(CLI::App& group) {
  CLI::App* list = group.add_subcommand("list", "list the rules: id, kind, priority, description");
  auto arguments = std::make_shared<Arguments>();
  add_rules_option(*list, arguments->paths);
  add_format_option(*list, arguments->format, {"text", "json"});
  return {list, [arguments](const Messages& messages) { return run_list(*arguments, messages); }};
}

}  // namespace mubiao::cli
