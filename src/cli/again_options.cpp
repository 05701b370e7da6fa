// Options of `extract` that keep results which are there already.
//
// Doors: add_again_options, check, what_results_depend_on.

#include "cli/again_options.h"

#include "cli/messages.h"
#include "mubiao/version.h"

namespace mubiao::cli {

void add_again_options(CLI::App& app, AgainArguments& arguments) {
  CLI::Option* skip = app.add_flag("--skip-existing", arguments.skip_existing,
                                   "with -O, do not even read documents whose result is there");
  app.add_flag("--resume", arguments.resume,
               "with -O, make only results that are missing, or whose document, rules, options or mubiao changed; give "
               "it from the first run on")
      ->excludes(skip);
}

Result<Again> check(const AgainArguments& arguments, const std::string& out_dir) {
  if (!arguments.skip_existing && !arguments.resume) return Again::kAlways;
  if (out_dir.empty()) {
    return usage_error(std::string(arguments.resume ? "--resume" : "--skip-existing") + " only goes with --out-dir");
  }
  return arguments.resume ? Again::kChanged : Again::kMissing;
}

std::vector<std::string> what_results_depend_on(const std::vector<RuleFile>& rules,
                                                const std::vector<std::string>& options) {
  std::vector<std::string> out = {std::string(version()), std::to_string(options.size())};
  out.insert(out.end(), options.begin(), options.end());
  for (const RuleFile& file : rules) out.insert(out.end(), {file.name, file.text});
  return out;
}

}  // namespace mubiao::cli
