#pragma once

#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Adds a [[rules.unless]] table to the draft, whose id and kind are known. What is wrong is reported.
void read_unless(const Node& table, RuleDraft& draft, const std::vector<SourceFile>& files, Problems& problems);

}  // namespace mubiao::rules
