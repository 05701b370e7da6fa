// mubiao rules new: something to begin a rule with.
//
// Door: add_rules_new.

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "rules/rule_id.h"
#include "rules/skeletons.h"
#include "rules/vocabulary.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::string id;
  std::string kind;
};

/// What was asked for, else what the id begins with, else a target.
std::string kind_of(const Arguments& arguments) {
  if (!arguments.kind.empty()) return arguments.kind;
  const std::string first = arguments.id.substr(0, arguments.id.find('.'));
  return parse_rule_kind(first) ? first : std::string(to_string(RuleKind::kTarget));
}

ExitCode run_new(const Arguments& arguments, const Messages& messages) {
  if (!rules::is_id(arguments.id)) {
    messages.show(usage_error(fmt::format("'{}' is no id", arguments.id),
                              "lower-case letters, digits, _ and -, in parts joined by dots: target.my-rule"));
    return ExitCode::kUsage;
  }
  const std::string kind = kind_of(arguments);
  const auto& all = rules::skeletons();
  const auto skeleton = std::find_if(all.begin(), all.end(), [&](const RuleFile& file) { return file.name == kind; });
  std::string text = skeleton->text;  // there is one for each kind
  constexpr std::string_view kId = "\"skeleton\"";
  text.replace(text.find(kId), kId.size(), fmt::format("\"{}\"", arguments.id));
  return print(std::move(text), messages);
}

}  // namespace

Command add_rules_new(CLI::App& group) {
  CLI::App* add = group.add_subcommand("new", "write a commented rule to begin with to stdout");
  auto arguments = std::make_shared<Arguments>();
  const std::vector<std::string_view> kinds = rules::kind_names();
  add->add_option("id", arguments->id, "what the rule is to be called")->type_name("ID")->required();
  add->add_option("--kind", arguments->kind,
                  fmt::format("{}; else what ID begins with, else target", fmt::join(kinds, ", ")))
      ->type_name("KIND")
      ->check(one_of({kinds.begin(), kinds.end()}));
  add->footer(
      "What it writes is a set by itself: it passes rules check and rules test.\n\n"
      "Example:\n  mubiao rules new target.students > rules/students.toml");
  return {add, [arguments](const Messages& messages) { return run_new(*arguments, messages); }};
}

}  // namespace mubiao::cli
