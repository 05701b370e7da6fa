// The program: builds the tree of commands, parses, runs one of them, and turns whatever happens into an
// exit status.
//
// Door: run.

#include "cli/program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <exception>

#include "cli/command.h"
#include "cli/memory.h"
#include "cli/output_file.h"
#include "mubiao/version.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Common {
  std::string color = "auto";
  std::string errors = "text";
  bool quiet = false;
  bool verbose = false;
};

void add_common_options(CLI::App& app, Common& common) {
  app.add_flag("-q,--quiet", common.quiet, "no warnings and no progress; errors are still shown");
  app.add_flag("-v,--verbose", common.verbose, "name each document when it is done");
  app.add_option("--color", common.color, "auto, always or never")
      ->type_name("WHEN")
      ->check(one_of({"auto", "always", "never"}));
  // eval has --errors of its own: there this one stands before the command.
  if (app.get_option_no_throw("--errors") != nullptr) return;
  app.add_option("--errors", common.errors, "messages on stderr as text, or as json: one object a line")
      ->type_name("FORMAT")
      ->check(one_of({"text", "json"}));
}

/// "Exit status: 0 done, …", in two lines.
std::string exit_statuses() {
  std::string text = "Exit status: ";
  for (const ExitMeaning& each : kExitMeanings) {
    if (each.code != ExitCode::kDone) text += each.code == ExitCode::kInputs ? ",\n" : ", ";
    text += fmt::format("{} {}", static_cast<int>(each.code), each.meaning);
  }
  return text + ".";
}

std::vector<Command> add_commands(CLI::App& program) {
  std::vector<Command> commands = {add_extract(program), add_normalize(program), add_outline(program),
                                   add_convert(program), add_explain(program),   add_eval(program)};
  for (Command& command : add_rules(program)) commands.push_back(std::move(command));
  commands.push_back(add_version(program));
  commands.push_back(add_completion(program));
  commands.push_back(add_man(program));
  // Last, since commands inherit the footer that is set before them.
  program.footer("mubiao COMMAND --help explains a command.\n" + exit_statuses());
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

/// "mubiao rules check"
std::string path_of(const CLI::App& app) {
  return app.get_parent() ? path_of(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

ExitCode usage_failure(const CLI::App& program, const CLI::ParseError& error, const Messages& messages) {
  const CLI::App& app = named_command(program);
  const bool needs_command = !app.get_subcommands({}).empty();
  const std::vector<std::string> unexpected = program.remaining(true);
  const std::string word = unexpected.empty() ? "" : unexpected.front();
  std::string what = error.what();
  if (word.starts_with('-')) {
    what = fmt::format("unknown option '{}'", word);
  } else if (needs_command) {
    what = word.empty() ? "a command is missing" : fmt::format("unknown command '{}'", word);
  }
  const std::string meant = mend(app, word);
  messages.show(usage_error(what, meant.empty() ? path_of(app) + " --help shows what there is" : meant));
  return ExitCode::kUsage;
}

/// For what goes wrong before the arguments are understood.
bool asks_for_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--errors=json" || (word == "--errors" && i + 1 < argc && std::string_view(argv[i + 1]) == "json")) {
      return true;
    }
  }
  return false;
}

ExitCode parse_and_run(CLI::App& program, int argc, char** argv) {
  Common common;
  add_common_options(program, common);
  const std::vector<Command> commands = add_commands(program);
  for (const Command& command : commands) add_common_options(*command.app, common);
  const auto manner = [&common](bool json) {
    return Messages::Manner{.color = use_color(common.color, STDERR_FILENO),
                            .color_results = use_color(common.color, STDOUT_FILENO),
                            .quiet = common.quiet,
                            .verbose = common.verbose,
                            .json = json};
  };
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForAllHelp&) {
    return print(program.help("", CLI::AppFormatMode::All), Messages({}));
  } catch (const CLI::CallForHelp&) {
    return print(program.help(), Messages({}));
  } catch (const CLI::CallForVersion& version) {
    return print(std::string(version.what()) + "\n", Messages({}));
  } catch (const CLI::ParseError& error) {
    return usage_failure(program, error, Messages(manner(asks_for_json(argc, argv))));
  }
  const Messages messages(manner(common.errors == "json"));
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run(messages);
  }
  return ExitCode::kInternal;
}

}  // namespace

int run(int argc, char** argv) {
  handle_signals();
  prepare_memory();
  try {
    CLI::App program("mubiao: numeric targets out of Chinese plan documents", "mubiao");
    program.require_subcommand(1);
    program.set_version_flag("--version", "mubiao " + std::string(version()));
    return static_cast<int>(parse_and_run(program, argc, argv));
  } catch (const std::exception& error) {
    const Messages messages({.json = asks_for_json(argc, argv)});
    messages.show(Diagnostic{.code = "E-INTERNAL",
                             .message = fmt::format("internal error in {}: {}", version(), error.what()),
                             .help = "please report it with the command and, if you can, the document"});
    return static_cast<int>(ExitCode::kInternal);
  }
}

}  // namespace mubiao::cli
