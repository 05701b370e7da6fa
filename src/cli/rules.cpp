// mubiao rules check|test|list|show: what rule authors and their CI need.
//
// Door: add_rules.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/check.h"
#include "output/column.h"
#include "output/json_writer.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string format;
  std::string id;
};

void add_rule_paths(CLI::App& app, std::vector<std::string>& paths) {
  app.add_option("path", paths, "rule files, or directories of them; nothing is the embedded set")->type_name("PATH");
}

ExitCode run_check(const Arguments& arguments, const Messages& messages) {
  const Result<std::vector<RuleFile>> files = read_rule_files(arguments.paths);
  if (!files) {
    messages.show(files.error());
    return ExitCode::kRules;
  }
  const Result<RuleSet> rules = RuleSet::load(*files);
  if (rules) {
    return print(fmt::format("{}: {} files, {} rules, no problem\n", rules->name_and_version(), files->size(),
                             rules->rules().size()),
                 messages);
  }
  messages.show(rules.error());
  const ExitCode printed = print(fmt::format("{} files, {} problems\n", files->size(), rules.error().size()), messages);
  return worse(ExitCode::kNo, printed);
}

ExitCode run_test(const Arguments& arguments, const Messages& messages) {
  std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return ExitCode::kRules;
  const std::vector<ExampleResult> results = run_examples(Extractor(std::move(*rules)));
  std::string out;
  std::map<ExampleStatus, int> count;
  for (const ExampleResult& result : results) {
    ++count[result.status];
    if (!is_failure(result.status)) continue;
    const std::string which = result.index == 0 ? "" : fmt::format(" example {}", result.index);
    fmt::format_to(std::back_inserter(out), "{}:{}: {}{}: {}\n", result.where.file, result.where.line, result.rule,
                   which, result.message);
  }
  const int failures = count[ExampleStatus::kFail] + count[ExampleStatus::kTodoPassed];
  fmt::format_to(std::back_inserter(out), "{} passed, {} failed, {} known gaps\n", count[ExampleStatus::kPass],
                 failures, count[ExampleStatus::kTodo]);
  const ExitCode answer = failures > 0 || results.empty() ? ExitCode::kNo : ExitCode::kDone;
  return worse(answer, print(std::move(out), messages));
}

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

std::vector<Command> add_rules(CLI::App& program) {
  CLI::App* group = program.add_subcommand("rules", "check, test, list and show rules");
  group->require_subcommand(1);

  CLI::App* check = group->add_subcommand("check", "load and compile rule files, and show every problem");
  auto checked = std::make_shared<Arguments>();
  add_rule_paths(*check, checked->paths);
  check->footer("Exit 1 if there is a problem.\n\nExample:\n  mubiao rules check rules");

  CLI::App* test = group->add_subcommand("test", "run the examples of the rules, and show those that fail");
  auto tested = std::make_shared<Arguments>();
  add_rule_paths(*test, tested->paths);
  test->footer(
      "Exit 1 if an example fails, or a rule has none that makes it fire.\n\nExample:\n  mubiao rules test rules");

  CLI::App* list = group->add_subcommand("list", "list the rules: id, kind, priority, description");
  auto listed = std::make_shared<Arguments>();
  add_rules_option(*list, listed->paths);
  add_format_option(*list, listed->format, {"text", "json"});

  CLI::App* show = group->add_subcommand("show", "show one rule as the engine has it");
  auto shown = std::make_shared<Arguments>();
  show->add_option("id", shown->id, "the rule")->type_name("ID")->required();
  add_rules_option(*show, shown->paths);

  return {{check, [checked](const Messages& messages) { return run_check(*checked, messages); }},
          {test, [tested](const Messages& messages) { return run_test(*tested, messages); }},
          {list, [listed](const Messages& messages) { return run_list(*listed, messages); }},
          {show, [shown](const Messages& messages) { return run_show(*shown, messages); }}};
}

}  // namespace mubiao::cli
