#pragma once

#include <vector>

#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Reports ids that two rules have, and reasons of examples ("rule:ID", "unless:ID") that name what is not there.
void check_ids(const std::vector<RuleDraft>& drafts, Problems& problems);

}  // namespace mubiao::rules
