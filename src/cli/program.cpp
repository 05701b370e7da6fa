// The program: builds the tree of commands, parses, runs one of them, and turns whatever happens into an
// exit status.
//
// Door: run.

#include "cli/program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/version.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Common {
  std::string color = "auto";
  bool quiet = false;
};

void add_common_options(CLI::App& app, Common& common) {
  app.add_flag("-q,--quiet", common.quiet, "no warnings and no progress; errors are still shown");
  app.add_option("--color", common.color, "auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

std::vector<Command> add_commands(CLI::App& program) {
  std::vector<Command> commands = {add_extract(program), add_normalize(program), add_outline(program),
                                   add_convert(program), add_explain(program)};
  for (Command& command : add_rules(program)) commands.push_back(std::move(command));
  commands.push_back(add_version(program));
  return commands;
}

/// The innermost command that the arguments named.
const CLI::App& named_command(const CLI::App& program) {
  const CLI::App* app = &program;
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  return *app;
}

/// A mend for arguments that CLI11 did not expect: the closest command or option.
std::string mend(const CLI::App& app, const std::string& word) {
  std::vector<std::string> candidates;
  if (word.rfind('-', 0) == 0) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) candidates.push_back("--" + name);
    }
  } else {
    for (const CLI::App* command : app.get_subcommands({})) candidates.push_back(command->get_name());
  }
  const std::string_view best = rules::closest(word.substr(0, word.find('=')), {candidates.begin(), candidates.end()});
  return best.empty() ? "" : fmt::format("did you mean '{}'?", best);
}

/// The first argument that CLI11 could not place.
std::string first_unexpected(const CLI::App& program) {
  const std::vector<std::string> rest = program.remaining(true);
  return rest.empty() ? "" : rest.front();
}

ExitCode usage_failure(const CLI::App& program, const std::vector<std::string>& arguments, const CLI::ParseError& error,
                       const Messages& messages) {
  const CLI::App& app = named_command(program);
  const std::string path = &app == &program ? "mubiao" : "mubiao " + app.get_name();
  std::string word = first_unexpected(program);
  // Without a command CLI11 only says that one is required; the first word was meant to be it.
  if (word.empty() && &app == &program && !arguments.empty()) word = arguments.front();
  std::string help = mend(app, word);
  if (help.empty()) help = path + " --help shows what there is";
  std::string what = error.what();
  if (!word.empty() && app.get_subcommands({}).size() > 0) what = fmt::format("unknown command '{}'", word);
  messages.show(usage_error(what, help));
  return ExitCode::kUsage;
}

ExitCode parse_and_run(CLI::App& program, int argc, char** argv) {
  Common common;
  add_common_options(program, common);
  const std::vector<Command> commands = add_commands(program);
  for (const Command& command : commands) add_common_options(*command.app, common);
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForAllHelp&) {
    return print(program.help("", CLI::AppFormatMode::All), Messages(false, false));
  } catch (const CLI::CallForHelp&) {
    return print(named_command(program).help(), Messages(false, false));
  } catch (const CLI::CallForVersion& version) {
    return print(std::string(version.what()) + "\n", Messages(false, false));
  } catch (const CLI::ParseError& error) {
    const Messages messages(use_color(common.color, STDERR_FILENO), false);
    return usage_failure(program, {argv + 1, argv + argc}, error, messages);
  }
  const Messages messages(use_color(common.color, STDERR_FILENO), common.quiet);
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run(messages);
  }
  return ExitCode::kInternal;
}

}  // namespace

int run(int argc, char** argv) {
  handle_signals();
  try {
    CLI::App program("mubiao: numeric targets out of Chinese plan documents", "mubiao");
    program.require_subcommand(1);
    program.set_version_flag("--version", "mubiao " + std::string(version()));
    program.footer(
        "mubiao COMMAND --help explains a command.\n"
        "Exit status: 0 done, 1 the answer is no, 2 wrong arguments, 3 rules cannot be loaded,\n"
        "4 some inputs failed and the others were done, 5 output could not be written, 70 a bug in mubiao.");
    return static_cast<int>(parse_and_run(program, argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr,
                 "mubiao %s: internal error: %s\nPlease report it with the command and, if you can, the document.\n",
                 std::string(version()).c_str(), error.what());
    return static_cast<int>(ExitCode::kInternal);
  }
}

}  // namespace mubiao::cli
