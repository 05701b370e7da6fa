#pragma once

#include <string_view>

#include "rules/lint_report.h"
#include "rules/linter.h"

namespace mubiao::rules {

/// W-REV, E-ID: what is not the same as in `base`, an older state of the set, and does not say so.
void lint_revisions(const DraftedSet& set, const DraftedSet& base, std::string_view base_name, LintReport& report);

}  // namespace mubiao::rules
