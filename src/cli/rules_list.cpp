// mubiao rules list: the rules of a set, a line each.
//
// Door: add_rules_list.

#include <fmt/format.h>

#include <algorithm>
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

std::string place_of(const Rule& rule) { return fmt::format("{}:{}", rule.where.file, rule.where.line); }

/// The longest of some texts, but not wider than a column may be.
template <typename Text>
std::size_t column_for(const RuleSet& rules, const Text& text) {
  constexpr std::size_t kWidest = 48;
  std::size_t widest = 0;
  for (const Rule& rule : rules.rules()) widest = std::max(widest, display_width(text(rule)));
  return std::min(widest, kWidest);
}

void append_list(std::string& out, const RuleSet& rules) {
  const std::size_t ids = column_for(rules, [](const Rule& rule) { return std::string_view(rule.id); });
  const std::size_t places = column_for(rules, place_of);
  for (const Rule& rule : rules.rules()) {
    std::string place = place_of(rule);
    output::pad_to(place, places);
    std::string row = rule.id;
    output::pad_to(row, ids);
    fmt::format_to(std::back_inserter(row), "  {:<10}  {:>4}  {:>3}  {:<12}  {}  {}\n", to_string(rule.kind),
                   rule.priority, rule.rev, rule.status.empty() ? "-" : rule.status, place, rule.description);
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
    json.field("status", rule.status);
    json.field("description", rule.description);
    json.field("keywords", rule.keywords);
    json.field("examples", rule.examples.size());
    json.field("file", rule.where.file);
    json.field("line", rule.where.line);
    json.field("rules", rules.name_and_version());
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
  CLI::App* list =
      group.add_subcommand("list", "list the rules: id, kind, priority, rev, status, file:line, description");
  auto arguments = std::make_shared<Arguments>();
  add_rules_option(*list, arguments->paths);
  add_format_option(*list, arguments->format, {"text", "json"});
  list->footer(
      "Examples:\n"
      "  mubiao rules list -r mine.toml\n"
      "  mubiao rules list -f json | jq -r 'select(.kind == \"target\") | .id'");
  return {list, [arguments](const Messages& messages) { return run_list(*arguments, messages); }};
}

}  // namespace mubiao::cli
