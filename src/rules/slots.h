#pragma once

#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Reports slots of the template `form` (set.indicator) that are unknown, or stand for a group that the pattern of
/// the rule does not capture (E-SLOT).
void check_slots(const Node& form, const RuleDraft& draft, const SourceFile& file, Problems& problems);

}  // namespace mubiao::rules
