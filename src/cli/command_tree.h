#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

// The program and its commands as plain data, for what is made of them: completion of shells, the manual page.

namespace mubiao::cli {

/// What an argument takes, as far as a shell can help to type it.
struct Offer {
  enum class Kind { kNothing, kWords, kList, kPaths, kDirectories };
  Kind kind = Kind::kNothing;
  std::vector<std::string> words = {};  // of kWords; of kList, where commas join them

  bool operator==(const Offer&) const = default;
};

/// An option, or what stands at its position behind a command.
struct Argument {
  std::vector<std::string> names = {};  // "-f", "--format"; none if it is known by its position
  std::string value = "";               // "FORMAT"; empty for a flag
  std::string description = "";
  std::string default_value = "";
  Offer offer = {};
  std::vector<std::string> excludes = {};  // options that do not go with it, by their longest names
  bool required = false;
  bool repeated = false;

  bool operator==(const Argument&) const = default;
};

/// The program or a command.
struct CommandTree {
  std::string name;  // "check"; that of the program for the program
  std::string path;  // "rules check"; empty for the program
  std::string description;
  std::string footer;
  std::vector<Argument> options;
  std::vector<Argument> positionals;  // in their order
  std::vector<CommandTree> commands;
};

/// What CLI11 knows of `app` and the commands below it, in the order they were added; what is hidden is left out.
CommandTree command_tree(CLI::App& app);

/// This one and all below it, each before its commands.
std::vector<const CommandTree*> all_commands(const CommandTree& tree);

}  // namespace mubiao::cli
