// mubiao rules fmt: rule files in the one layout that they have.
//
// Door: add_rules_fmt.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "mubiao/rule_layout.h"
#include "output/line_diff.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  bool check = false;
};

ExitCode replace(const RuleFile& file, const std::string& text, const Messages& messages) {
  OutputFile out(file.name);
  out.buffer() = text;
  return out.finish(messages);
}

ExitCode run_fmt(const Arguments& arguments, const Messages& messages) {
  const bool from_stdin = std::count(arguments.paths.begin(), arguments.paths.end(), "-") > 0;
  if (from_stdin && arguments.paths.size() > 1) {
    messages.show(usage_error("stdin (-) is named beside files", "lay out one or the other"));
    return ExitCode::kUsage;
  }
  Result<std::vector<RuleFile>> files = read_named_rule_files(arguments.paths);
  if (!files) {
    messages.show(files.error());
    return ExitCode::kRules;
  }
  if (from_stdin) files->front().name = "<stdin>";  // it has no path of its own
  ExitCode exit = ExitCode::kDone;
  std::string out;
  for (const RuleFile& file : *files) {
    const Result<std::string> text = lay_out(file);
    if (!text) {
      messages.show(text.error());
      exit = worse(exit, ExitCode::kNo);
    } else if (arguments.check) {
      output::append_line_diff(out, file.name, file.text, *text);
    } else if (from_stdin) {
      out += *text;
    } else if (*text != file.text) {
      const ExitCode replaced = replace(file, *text, messages);
      if (replaced == ExitCode::kDone) fmt::format_to(std::back_inserter(out), "{}\n", file.name);
      exit = worse(exit, replaced);
    }
  }
  if (arguments.check && !out.empty()) exit = worse(exit, ExitCode::kNo);
  return worse(exit, print(std::move(out), messages));
}

}  // namespace

Command add_rules_fmt(CLI::App& group) {
  CLI::App* fmt = group.add_subcommand("fmt", "bring rule files into their layout; strings and comments stay");
  auto arguments = std::make_shared<Arguments>();
  fmt->add_option("path", arguments->paths, "rule files, or directories of them; - is stdin, laid out to stdout")
      ->type_name("PATH")
      ->required();
  fmt->add_flag("--check", arguments->check, "change nothing; show what would change, and exit 1 if anything would");
  fmt->footer(
      "Names the files it changed. Exit 1 if a file is no TOML: that one is left as it is.\n\n"
      "Example:\n  mubiao rules fmt --check rules");
  return {fmt, [arguments](const Messages& messages) { return run_fmt(*arguments, messages); }};
}

}  // namespace mubiao::cli
