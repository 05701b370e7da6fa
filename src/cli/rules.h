#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace mubiao::cli {

/// PATH... of rule files or directories; none is the embedded set.
void add_rule_paths(CLI::App& app, std::vector<std::string>& paths);

/// What to do where rules cannot be loaded, and messages have said why: whoever reads the report as a document gets
/// one that says so. kRules.
ExitCode report_unloadable(std::string command, ReportFormat format, const Messages& messages);

// The commands below `mubiao rules`, one file each.
Command add_rules_check(CLI::App& group);
Command add_rules_test(CLI::App& group);
Command add_rules_lints(CLI::App& group);
Command add_rules_list(CLI::App& group);
Command add_rules_show(CLI::App& group);
Command add_rules_diff(CLI::App& group);
Command add_rules_fmt(CLI::App& group);
Command add_rules_new(CLI::App& group);
Command add_rules_schema(CLI::App& group);
Command add_rules_profile(CLI::App& group);

}  // namespace mubiao::cli
