#pragma once

#include <optional>
#include <vector>

#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Reads one [[rules]] table, whose entries may stand in several files. What is wrong is reported; nullopt if so little
/// is left that nothing more can be checked (no kind).
std::optional<RuleDraft> read_rule(const Node& table, const std::vector<SourceFile>& files, Problems& problems);

}  // namespace mubiao::rules
