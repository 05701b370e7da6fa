#pragma once

#include <optional>

#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Reads one [[rules]] table. What is wrong is reported; nullopt if so little is left that nothing more can be
/// checked (no kind).
std::optional<RuleDraft> read_rule(const Node& table, const SourceFile& file, Problems& problems);

}  // namespace mubiao::rules
