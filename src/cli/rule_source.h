#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "mubiao/rule.h"

namespace mubiao::cli {

/// A rule set as one argument says it: "std" (the embedded set), a path, REVISION:PATH, or a git revision.
struct RuleSource {
  std::string text;                     // as it was typed
  std::string revision = {};            // empty: no revision
  std::vector<std::string> paths = {};  // empty: the embedded set
};

/// What `text` means. A path that exists is one; behind a colon stands a path from the top of the repository, or from
/// here if it begins with "./" or "../". A revision alone has the files at `paths`.
RuleSource parse_rule_source(const std::string& text, const std::vector<std::string>& paths);
/// Reads and compiles it. Shows every problem; empty if there was one.
std::optional<RuleSet> load_rules(const RuleSource& source, const Messages& messages);

}  // namespace mubiao::cli
