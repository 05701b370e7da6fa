#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/finished_results.h"
#include "mubiao/rule.h"

namespace mubiao::cli {

/// What is done about results that are there already, as typed.
struct AgainArguments {
  bool skip_existing = false;
  bool resume = false;
};

void add_again_options(CLI::App& app, AgainArguments& arguments);
/// Error (usage): no directory of results.
Result<Again> check(const AgainArguments& arguments, const std::string& out_dir);

/// What every result of a run depends on beside its document: mubiao, the rules, and these options.
std::vector<std::string> what_results_depend_on(const std::vector<RuleFile>& rules,
                                                const std::vector<std::string>& options);

}  // namespace mubiao::cli
