// The manual page: what the tree of commands says, and what it cannot know (the environment, files).
//
// Door: man_page.

#include "cli/man_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "cli/roff.h"

namespace mubiao::cli {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string upper(std::string text) {
  for (char& c : text) c = upper(c);
  return text;
}

std::string sentence(std::string text) {
  if (!text.empty()) text.front() = upper(text.front());
  return text + ".";
}

/// The footer of a command: what is said of it, in blocks that empty lines part, and its examples.
struct Footer {
  std::vector<Lines> blocks;
  Lines examples;
};

Footer read_footer(const std::string& text) {
  Footer footer;
  Lines* into = nullptr;
  for (const std::string& line : lines_of(text)) {
    if (line == "Example:" || line == "Examples:") {
      into = &footer.examples;
    } else if (line.empty() && into != &footer.examples) {
      into = nullptr;
    } else {
      if (into == nullptr) into = &footer.blocks.emplace_back();
      into->push_back(into == &footer.examples && line.starts_with("  ") ? line.substr(2) : line);
    }
  }
  return footer;
}

/// Lines that were broken for a terminal become a paragraph; what is indented stays as it is.
void write_block(Roff& roff, const Lines& block) {
  const auto is_indented = [](const std::string& line) { return line.starts_with(' '); };
  if (std::any_of(block.begin(), block.end(), is_indented)) return roff.verbatim(block);
  roff.paragraph(fmt::format("{}", fmt::join(block, " ")));
}

/// "-f, --format FORMAT"
std::string heading_of(const Argument& argument) {
  const std::string names = fmt::format("{}", fmt::join(argument.names, ", "));
  if (argument.names.empty()) return argument.value;
  return argument.value.empty() ? names : names + " " + argument.value;
}

void write_argument(Roff& roff, const Argument& argument) {
  std::string text = argument.description;
  if (argument.required && !argument.names.empty()) text += " (must be given)";
  if (!argument.excludes.empty()) text += fmt::format(" (not with {})", fmt::join(argument.excludes, ", "));
  if (!argument.default_value.empty()) text += fmt::format(" (default: {})", argument.default_value);
  roff.tagged(heading_of(argument), text);
}

/// "mubiao rules diff [OPTION]... OLD [NEW]"
std::string synopsis(const CommandTree& program, const CommandTree& command) {
  std::string text = fmt::format("{} {} [OPTION]...", program.name, command.path);
  for (const Argument& option : command.options) {
    if (option.required) text += fmt::format(" {} {}", option.names.back(), option.value);
  }
  for (const Argument& positional : command.positionals) {
    text += positional.required ? " " + positional.value : fmt::format(" [{}]", positional.value);
    if (positional.repeated) text += "...";
  }
  return text;
}

/// Those that do something, and not only hold others.
std::vector<const CommandTree*> leaves(const CommandTree& program) {
  std::vector<const CommandTree*> commands = all_commands(program);
  std::erase_if(commands, [](const CommandTree* command) { return !command->commands.empty(); });
  return commands;
}

/// An option of the program that every command has, too. Where it has one of that name which is another one, the
/// command describes it.
bool is_common(const CommandTree& program, const Argument& option) {
  const auto has_name = [&option](const Argument& other) { return other.names.back() == option.names.back(); };
  const std::vector<const CommandTree*> commands = leaves(program);
  return std::find(program.options.begin(), program.options.end(), option) != program.options.end() &&
         std::all_of(commands.begin(), commands.end(), [&has_name](const CommandTree* each) {
           return std::any_of(each->options.begin(), each->options.end(), has_name);
         });
}

void write_head(Roff& roff, const CommandTree& program) {
  roff.section("NAME");
  const std::string lead = program.name + ": ";
  const std::string& what = program.description;
  roff.name(program.name, what.starts_with(lead) ? what.substr(lead.size()) : what);
  roff.section("SYNOPSIS");
  Lines lines;
  for (const CommandTree* command : leaves(program)) lines.push_back(synopsis(program, *command));
  roff.verbatim(lines);
  roff.section("DESCRIPTION");
  roff.paragraph(
      "Reads documents as plain text and writes a record for each numeric target they set: what is measured, how much, "
      "in which unit, by which year, and where it stands in the text. Other commands show how a record came about, "
      "and help to write rules.");
  roff.paragraph(
      "What words mean is said by rules. A set of them is built in; -r names others. Results go to standard output and "
      "messages to standard error. The name - stands for standard input, which is also read where no document is "
      "named.");
}

void write_options(Roff& roff, const CommandTree& program) {
  roff.section("OPTIONS");
  roff.paragraph("With every command, unless it has another one of that name:");
  for (const Argument& option : program.options) {
    if (is_common(program, option)) write_argument(roff, option);
  }
  roff.paragraph("Without a command:");
  for (const Argument& option : program.options) {
    if (!is_common(program, option)) write_argument(roff, option);
  }
}

void write_commands(Roff& roff, const CommandTree& program) {
  roff.section("COMMANDS");
  for (const CommandTree* command : leaves(program)) {
    roff.subsection(synopsis(program, *command));
    roff.paragraph(sentence(command->description));
    for (const Lines& block : read_footer(command->footer).blocks) write_block(roff, block);
    for (const Argument& positional : command->positionals) write_argument(roff, positional);
    for (const Argument& option : command->options) {
      if (!is_common(program, option)) write_argument(roff, option);
    }
  }
}

void write_examples(Roff& roff, const CommandTree& program) {
  roff.section("EXAMPLES");
  for (const CommandTree* command : leaves(program)) {
    const Footer footer = read_footer(command->footer);
    if (!footer.examples.empty()) roff.verbatim(footer.examples);
  }
}

void write_surroundings(Roff& roff) {
  roff.section("EXIT STATUS");
  for (const ExitMeaning& each : kExitMeanings) {
    roff.tagged(std::to_string(static_cast<int>(each.code)), each.meaning);
  }
  roff.section("ENVIRONMENT");
  roff.tagged("NO_COLOR", "Where this is set, and not empty, nothing is coloured but by --color always.");
  roff.tagged("TERM", "Where this is dumb, or not set, the same.");
  roff.tagged("PATH", "Where pdftotext is looked for, in absolute directories, when a document is a PDF.");
  roff.tagged("COLUMNS", "How wide the terminal is for tables and progress, in place of what it says itself.");
  roff.section("FILES");
  roff.paragraph("Below the directory that mubiao is installed in; it needs none of them to run.");
  roff.tagged("share/mubiao/rules", "The rules that are built in, to be read. README.md there teaches the format.");
  roff.tagged("share/doc/mubiao", "README.md describes the fields of records.");
}

}  // namespace

std::string man_page(const CommandTree& program, std::string_view version) {
  Roff roff(upper(program.name), 1, fmt::format("{} {}", program.name, version), "User Commands");
  write_head(roff, program);
  write_options(roff, program);
  write_commands(roff, program);
  write_surroundings(roff);
  write_examples(roff, program);
  return roff.page();
}

}  // namespace mubiao::cli
