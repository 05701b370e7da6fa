// mubiao rules: what rule authors and their CI need.
//
// Door: add_rules.

#include "cli/rules.h"

namespace mubiao::cli {

void add_rule_paths(CLI::App& app, std::vector<std::string>& paths) {
  app.add_option("path", paths, "rule files, or directories of them; nothing is the embedded set")->type_name("PATH");
}

std::vector<Command> add_rules(CLI::App& program) {
  CLI::App* group = program.add_subcommand("rules", "check, test, list, show, lay out and begin rules");
  group->require_subcommand(1);
  return {add_rules_check(*group), add_rules_test(*group), add_rules_list(*group),  add_rules_show(*group),
          add_rules_fmt(*group),   add_rules_new(*group),  add_rules_schema(*group)};
}

}  // namespace mubiao::cli
