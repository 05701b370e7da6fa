// The completion script of bash: two functions that look up what the tree says, and one that completes by them.
//
// Door: bash_completion.

#include <fmt/format.h>

#include "cli/completion.h"

namespace mubiao::cli {
namespace {

// PROGRAM is the name of the program, PATHS a pattern of every command.
constexpr const char* kEngine = R"sh(_PROGRAM() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  local path= lead= plain= kind= words= commands= options= word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} == -- ]] && plain=1 option=
    word="$path${path:+ }${COMP_WORDS[i]}"
    case $word in
      PATHS) path=$word ;;
    esac
  done
  if [[ $current == = ]]; then
    current= # --option=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]} # --option=value, of which bash makes three words
  elif [[ $current == --*=* ]]; then
    option=${current%%=*} lead=$option= current=${current#*=} # or one
  fi

  if [[ -n $plain ]] || ! _PROGRAM_value "$path" "$option"; then
    _PROGRAM_command "$path"
    if [[ -z $plain && $current == -* ]]; then
      kind=words words=$options
    elif [[ -n $commands ]]; then
      kind=words words=$commands
    fi
  fi
  case $kind in
    list)
      [[ $current == *,* ]] && lead+=${current%,*},
      mapfile -t COMPREPLY < <(compgen -P "$lead" -W "$words" -- "${current##*,}")
      ;;
    words) mapfile -t COMPREPLY < <(compgen -P "$lead" -W "$words" -- "$current") ;;
    paths) compopt -o default ;; # what readline does by itself
    directories) compopt -o dirnames ;;
  esac
} && complete -F _PROGRAM PROGRAM
)sh";

/// "kind=words words='json csv'"
std::string assign(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::kNothing:
      return "kind=";
    case Offer::Kind::kWords:
      return fmt::format("kind=words words='{}'", fmt::join(offer.words, " "));
    case Offer::Kind::kList:
      return fmt::format("kind=list words='{}'", fmt::join(offer.words, " "));
    case Offer::Kind::kPaths:
      return "kind=paths";
    case Offer::Kind::kDirectories:
      return "kind=directories";
  }
  return "";
}

/// What `command` has. Positions are not counted: the first one that offers something speaks for all.
std::string command_case(const CommandTree& command) {
  std::vector<std::string> options;
  for (const Argument& option : command.options) {
    options.insert(options.end(), option.names.begin(), option.names.end());
  }
  std::vector<std::string> names;
  for (const CommandTree& each : command.commands) names.push_back(each.name);
  Offer offer;
  for (const Argument& positional : command.positionals) {
    if (offer.kind == Offer::Kind::kNothing) offer = positional.offer;
  }
  return fmt::format("    '{}') commands='{}' options='{}' {} ;;\n", command.path, fmt::join(names, " "),
                     fmt::join(options, " "), assign(offer));
}

/// What the values of its options are.
std::string value_cases(const CommandTree& command) {
  std::string cases;
  for (const Argument& option : command.options) {
    if (option.value.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) patterns.push_back(fmt::format("'{} {}'", command.path, name));
    cases += fmt::format("    {}) {} ;;\n", fmt::join(patterns, " | "), assign(option.offer));
  }
  return cases;
}

}  // namespace

std::string bash_completion(const CommandTree& program) {
  std::string commands;
  std::string values;
  std::vector<std::string> paths;
  for (const CommandTree* command : all_commands(program)) {
    commands += command_case(*command);
    values += value_cases(*command);
    if (!command->path.empty()) paths.push_back(fmt::format("'{}'", command->path));
  }
  std::string text = fmt::format(
      "# Completes arguments of {0} in bash. Made by: {0} completion bash\n\n"
      "# What command $1 has: commands, options, and what stands behind it.\n"
      "_{0}_command() {{\n  case $1 in\n{1}  esac\n}}\n\n"
      "# What the value of option $2 of command $1 is; false if there is none.\n"
      "_{0}_value() {{\n  case \"$1 $2\" in\n{2}    *) return 1 ;;\n  esac\n}}\n\n",
      program.name, commands, values);
  return text +
         replaced(replaced(kEngine, "PROGRAM", program.name), "PATHS", fmt::format("{}", fmt::join(paths, " | ")));
}

}  // namespace mubiao::cli
