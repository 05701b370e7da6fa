// The completion script of fish: a line for each option and command, under the condition that the command is named.
//
// Door: fish_completion.

#include <fmt/format.h>

#include "cli/completion.h"

namespace mubiao::cli {
namespace {

// PROGRAM is the name of the program, PATHS every command.
constexpr const char* kEngine = R"fish(# Whether $argv is the command that was typed.
function __PROGRAM_at
    set -l path
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        set -l longer (string join ' ' -- $path $word)
        contains -- "$longer" PATHS; and set path $longer
    end
    test "$path" = "$argv"
end

# $argv behind what was typed of a list with commas.
function __PROGRAM_list
    set -l typed (commandline -ct | string replace -r -- '^-[^=]*=' '')
    printf '%s\n' (string match -r -- '^.*,' $typed | string collect --allow-empty)$argv
end

complete -c PROGRAM -f
)fish";

std::string quoted(const std::string& text) { return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'"; }

/// The arguments of `complete` that offer this.
std::string offering(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::kNothing:
      return "";
    case Offer::Kind::kWords:
      return fmt::format(" -a '{}'", fmt::join(offer.words, " "));
    case Offer::Kind::kList:
      return fmt::format(" -a '(__PROGRAM_list {})'", fmt::join(offer.words, " "));
    case Offer::Kind::kPaths:
      return " -F";
    case Offer::Kind::kDirectories:
      return " -a '(__fish_complete_directories)'";
  }
  return "";
}

std::string option_line(const Argument& option) {
  std::string line;
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.value.empty())
    line += (option.offer.kind == Offer::Kind::kPaths ? " -r" : " -x") + offering(option.offer);
  return line + " -d " + quoted(option.description);
}

std::string lines_of(const CommandTree& command) {
  const std::string begin = fmt::format("complete -c PROGRAM -n '__PROGRAM_at {}'", command.path);
  std::string lines = "\n";
  for (const CommandTree& each : command.commands) {
    lines += fmt::format("{} -a {} -d {}\n", begin, each.name, quoted(each.description));
  }
  for (const Argument& option : command.options) lines += begin + option_line(option) + "\n";
  for (const Argument& positional : command.positionals) {
    const std::string offer = offering(positional.offer);
    if (!offer.empty()) lines += begin + offer + "\n";
  }
  return lines;
}

}  // namespace

std::string fish_completion(const CommandTree& program) {
  std::vector<std::string> paths;
  std::string lines;
  for (const CommandTree* command : all_commands(program)) {
    if (!command->path.empty()) paths.push_back(quoted(command->path));
    lines += lines_of(*command);
  }
  const std::string engine = replaced(kEngine, "PATHS", fmt::format("{}", fmt::join(paths, " ")));
  return fmt::format("# Completes arguments of {0} in fish. Made by: {0} completion fish\n\n", program.name) +
         replaced(engine + lines, "PROGRAM", program.name);
}

}  // namespace mubiao::cli
