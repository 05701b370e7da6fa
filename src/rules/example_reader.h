#pragma once

#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Adds a [[rules.examples]] table to the draft, whose kind is known. What is wrong is reported.
void read_example(const Node& table, RuleDraft& draft, Problems& problems);

}  // namespace mubiao::rules
