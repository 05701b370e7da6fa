// mubiao rules show: one rule as the engine has it.
//
// Door: add_rules_show.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string id;
};

void append_expectation(std::string& out, const Example& example) {
  for (const ExpectedFields& fields : example.expect) {
    out += "             gives";
    for (const auto& [name, value] : fields) {
      fmt::format_to(std::back_inserter(out), "  {} = {}", name, value.value_or("null"));
    }
    out += '\n';
  }
  if (example.expect.empty()) {
    const std::string_view separator = example.because.empty() ? "" : ": ";
    fmt::format_to(std::back_inserter(out), "             silent{}{}\n", separator, example.because);
  }
  if (!example.todo.empty()) fmt::format_to(std::back_inserter(out), "             todo: {}\n", example.todo);
}

std::string describe(const Rule& rule) {
  std::string out;
  const auto fact = [&](std::string_view name, const auto& value) {
    fmt::format_to(std::back_inserter(out), "{:<12} {}\n", name, value);
  };
  fact("id", rule.id);
  fact("kind", to_string(rule.kind));
  fact("description", rule.description);
  fact("revision", rule.rev);
  fact("priority", rule.priority);
  fact("defined", fmt::format("{}:{}", rule.where.file, rule.where.line));
  if (!rule.keywords.empty()) fact("keywords", fmt::format("{}", fmt::join(rule.keywords, " ")));
  for (const auto& [field, value] : rule.set) fact("set", fmt::format("{} = {}", field, value));
  fact("pattern", rule.pattern);
  for (const Unless& unless : rule.unless)
    fact("unless", fmt::format("{} ({}:{})", unless.id, unless.where.file, unless.where.line));
  for (const Example& example : rule.examples) {
    fact("example", example.text);
    append_expectation(out, example);
  }
  return out;
}

ExitCode run_show(const Arguments& arguments, const Messages& messages) {
  const std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return ExitCode::kRules;
  const auto& all = rules->rules();
  const auto rule = std::find_if(all.begin(), all.end(), [&](const Rule& each) { return each.id == arguments.id; });
  if (rule != all.end()) return print(describe(*rule), messages);

  std::vector<std::string_view> ids;
  for (const Rule& each : all) ids.push_back(each.id);
  const std::string_view close = rules::closest(arguments.id, ids);
  messages.show(usage_error(fmt::format("no rule '{}'", arguments.id),
                            close.empty() ? "mubiao rules list shows all" : fmt::format("did you mean '{}'?", close)));
  return ExitCode::kUsage;
}

}  // namespace

Command add_rules_show(CLI::App& group) {
  CLI::App* show = group.add_subcommand("show", "show one rule as the engine has it");
  auto arguments = std::make_shared<Arguments>();
  show->add_option("id", arguments->id, "the rule")->type_name("ID")->required();
  add_rules_option(*show, arguments->paths);
  return {show, [arguments](const Messages& messages) { return run_show(*arguments, messages); }};
}

}  // namespace mubiao::cli
