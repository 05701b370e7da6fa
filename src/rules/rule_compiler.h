#pragma once

#include "rules/fragments.h"
#include "rules/rule_draft.h"

namespace mubiao::rules {

/// Expands and compiles the patterns of a draft into its rule.
void compile_rule(RuleDraft& draft, FragmentTable& fragments, Problems& problems);

}  // namespace mubiao::rules
