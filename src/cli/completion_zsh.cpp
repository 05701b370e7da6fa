// The completion script of zsh: a function for each command, in the terms of _arguments.
//
// Door: zsh_completion.

#include <fmt/format.h>

#include "cli/completion.h"

namespace mubiao::cli {
namespace {

std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

/// A part of a specification: colons end one.
std::string escaped(const std::string& text) { return replaced(replaced(text, "\\", "\\\\"), ":", "\\:"); }

/// "_mubiao_rules_check"
std::string function_of(const CommandTree& program, const CommandTree& command) {
  return "_" + program.name + (command.path.empty() ? "" : "_" + replaced(command.path, " ", "_"));
}

/// ":FORMAT:(json csv)"
std::string value_part(const Argument& argument) {
  std::string action = " ";
  switch (argument.offer.kind) {
    case Offer::Kind::kNothing:
      break;
    case Offer::Kind::kWords:
      action = fmt::format("({})", fmt::join(argument.offer.words, " "));
      break;
    case Offer::Kind::kList:
      action = fmt::format("_values -s , {} {}", argument.value, fmt::join(argument.offer.words, " "));
      break;
    case Offer::Kind::kPaths:
      action = "_files";
      break;
    case Offer::Kind::kDirectories:
      action = "_files -/";
      break;
  }
  return fmt::format(":{}:{}", escaped(argument.value), action);
}

/// '(-f --format)'{-f+,--format=}'[…]:FORMAT:(json csv)'
std::string option_spec(const Argument& option) {
  const bool takes_value = !option.value.empty();
  std::vector<std::string> names;
  for (const std::string& name : option.names) {
    names.push_back(name + (!takes_value ? "" : name.starts_with("--") ? "=" : "+"));
  }
  const std::string what = "[" + replaced(replaced(escaped(option.description), "[", "\\["), "]", "\\]") + "]";
  std::vector<std::string> excluded = option.names;
  excluded.insert(excluded.end(), option.excludes.begin(), option.excludes.end());
  const std::string exclusion = option.repeated ? "'*'" : fmt::format("'({})'", fmt::join(excluded, " "));
  const std::string each = names.size() == 1 ? names.front() : fmt::format("{{{}}}", fmt::join(names, ","));
  return exclusion + each + quoted(what + (takes_value ? value_part(option) : ""));
}

std::string positional_spec(const Argument& positional) {
  const std::string_view lead = positional.repeated ? "*" : positional.required ? "" : ":";
  return quoted(std::string(lead) + value_part(positional));
}

std::string arguments_of(const CommandTree& command) {
  std::string specs;
  for (const Argument& option : command.options) specs += " \\\n    " + option_spec(option);
  for (const Argument& positional : command.positionals) specs += " \\\n    " + positional_spec(positional);
  return specs;
}

/// A command that has commands: completes its own options and their names, and hands what is behind to theirs.
std::string group_function(const CommandTree& program, const CommandTree& group) {
  std::string names;
  std::string cases;
  for (const CommandTree& each : group.commands) {
    names += "        " + quoted(escaped(each.name) + ":" + each.description) + "\n";
    cases += fmt::format("        {}) {} && ret=0 ;;\n", each.name, function_of(program, each));
  }
  return fmt::format(
      "{0}() {{\n"
      "  local curcontext=$curcontext state line ret=1\n"
      "  typeset -A opt_args\n"
      "  _arguments -s -S -C{1} \\\n    '1:COMMAND:->command' '*::ARGUMENT:->argument' && ret=0\n"
      "  case $state in\n"
      "    command)\n"
      "      local -a commands=(\n{2}      )\n"
      "      _describe -t commands COMMAND commands && ret=0\n"
      "      ;;\n"
      "    argument)\n"
      "      case $line[1] in\n{3}      esac\n"
      "      ;;\n"
      "  esac\n"
      "  return ret\n"
      "}}\n\n",
      function_of(program, group), arguments_of(group), names, cases);
}

std::string function_text(const CommandTree& program, const CommandTree& command) {
  if (!command.commands.empty()) return group_function(program, command);
  return fmt::format("{}() {{\n  _arguments -s -S{}\n}}\n\n", function_of(program, command), arguments_of(command));
}

}  // namespace

std::string zsh_completion(const CommandTree& program) {
  std::string text =
      fmt::format("#compdef {0}\n# Completes arguments of {0} in zsh. Made by: {0} completion zsh\n\n", program.name);
  for (const CommandTree* command : all_commands(program)) text += function_text(program, *command);
  return text + fmt::format(
                    "if [[ $funcstack[1] == _{0} ]]; then\n"
                    "  _{0} \"$@\" # found by its name\n"
                    "else\n"
                    "  compdef _{0} {0} # sourced\n"
                    "fi\n",
                    program.name);
}

}  // namespace mubiao::cli
