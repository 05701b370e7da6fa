// The tree of commands as plain data.
//
// Doors: command_tree, all_commands.

#include "cli/command_tree.h"

#include <algorithm>

#include "cli/offer.h"

namespace mubiao::cli {
namespace {

Argument to_argument(CLI::Option& option) {
  Argument argument;
  for (const std::string& name : option.get_snames()) argument.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) argument.names.push_back("--" + name);
  const bool takes_value = option.get_items_expected_max() > 0;
  argument.value = takes_value ? value_name(option) : "";
  argument.description = option.get_description();
  argument.default_value = takes_value ? option.get_default_str() : "";
  argument.offer = offer_of(option);
  for (const CLI::Option* other : option.get_excludes()) argument.excludes.push_back("--" + other->get_single_name());
  std::sort(argument.excludes.begin(), argument.excludes.end());
  argument.required = option.get_required();
  argument.repeated = option.get_items_expected_max() > 1;
  return argument;
}

CommandTree to_tree(CLI::App& app, std::string path) {
  CommandTree tree{.name = app.get_name(),
                   .path = std::move(path),
                   .description = app.get_description(),
                   .footer = app.get_footer(),
                   .options = {},
                   .positionals = {},
                   .commands = {}};
  for (CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    (option->nonpositional() ? tree.options : tree.positionals).push_back(to_argument(*option));
  }
  const std::string lead = tree.path.empty() ? "" : tree.path + " ";
  for (CLI::App* command : app.get_subcommands([](CLI::App* each) { return !each->get_group().empty(); })) {
    tree.commands.push_back(to_tree(*command, lead + command->get_name()));
  }
  return tree;
}

void append_all(const CommandTree& tree, std::vector<const CommandTree*>& all) {
  all.push_back(&tree);
  for (const CommandTree& command : tree.commands) append_all(command, all);
}

}  // namespace

CommandTree command_tree(CLI::App& app) { return to_tree(app, ""); }

std::vector<const CommandTree*> all_commands(const CommandTree& tree) {
  std::vector<const CommandTree*> all;
  append_all(tree, all);
  return all;
}

}  // namespace mubiao::cli
