#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/offer.h"
#include "mubiao/check_report.h"
#include "mubiao/output.h"
#include "mubiao/record.h"
#include "mubiao/rule.h"

namespace mubiao::cli {

/// One command of the program: its arguments, and what to do once they are parsed.
struct Command {
  CLI::App* app;
  std::function<ExitCode(const Messages&)> run;
};

// One file each. The returned `run` owns the arguments it was parsed into.
Command add_extract(CLI::App& program);
Command add_normalize(CLI::App& program);
Command add_outline(CLI::App& program);
Command add_convert(CLI::App& program);
Command add_explain(CLI::App& program);
Command add_eval(CLI::App& program);
std::vector<Command> add_rules(CLI::App& program);
Command add_version(CLI::App& program);
Command add_completion(CLI::App& program);
Command add_man(CLI::App& program);

// Arguments that several commands share: typed by CLI11 first, then checked.

struct InputArguments {
  std::vector<std::string> paths;
  std::string encoding;
  std::string input_format;
  std::size_t max_bytes = std::size_t{1} << 30;
  bool fail_fast = false;
};
/// [PATH|-]..., --input-format, --encoding, --max-bytes, and --fail-fast.
void add_input_options(CLI::App& app, InputArguments& arguments);
/// [PATH|-], --input-format, --encoding and --max-bytes, for commands that look at one document.
void add_single_input_options(CLI::App& app, InputArguments& arguments);
/// --input-format, --encoding and --max-bytes alone.
void add_reading_options(CLI::App& app, InputArguments& arguments);
/// No path means stdin.
Result<Inputs> check(const InputArguments& arguments);
/// No path, and stdin is a terminal: shows the help of `app` and says true.
bool nothing_to_read(const InputArguments& arguments, const CLI::App& app);

/// -r/--rules.
void add_rules_option(CLI::App& app, std::vector<std::string>& paths);
/// The rule files at `paths` (a directory stands for its *.toml, by name; "std" for the built-in set) and all that they
/// extend, see gather_rule_files(); the built-in ones if there are no paths.
Result<std::vector<RuleFile>> read_rule_files(const std::vector<std::string>& paths);
/// The built-in set beside files of its own: its names must not look like theirs.
std::vector<RuleFile> standard_files();
/// Only the files at `paths`, each once, for what looks at files and not at sets.
Result<std::vector<RuleFile>> read_named_rule_files(const std::vector<std::string>& paths);
/// Reads and compiles them. Shows every problem; empty if there was one.
std::optional<RuleSet> load_rules(const std::vector<std::string>& paths, const Messages& messages);
/// The same, with examples, descriptions and places of the embedded rules too, which takes longer.
std::optional<RuleSet> load_whole_rules(const std::vector<std::string>& paths, const Messages& messages);
/// Compiles files that were read. Shows every problem, also of reading; empty if there was one.
std::optional<RuleSet> load_rules(const Result<std::vector<RuleFile>>& files, const Messages& messages);

/// What results say of the program and these rules.
Producer producer_of(const RuleSet& rules);

/// --kinds; `kinds` holds what is meant without it.
void add_kinds_option(CLI::App& app, std::string& kinds);
/// Reads such a list: "target,milestone", "all". Errors: an unknown kind.
Result<Kinds> parse_kinds(std::string_view list);
/// -f/--format with these choices, the first of which is the default.
void add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& choices);
/// -f/--format of commands that look whether something is right.
void add_report_format_option(CLI::App& app, ReportFormat& format);

}  // namespace mubiao::cli
