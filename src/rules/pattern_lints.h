#pragma once

#include "rules/lint_report.h"

namespace mubiao::rules {

// Each looks for one kind of mistake in a pattern. A file each, but for the small ones.

/// W-ASCII: \b, \w and \d where they do not mean what they seem to in Chinese or typed text.
void lint_ascii(const LintedPattern& pattern, LintReport& report);
/// E-UNNORMAL: characters that folding replaces.
void lint_unnormal(const LintedPattern& pattern, LintReport& report);
/// W-PREFIX: an alternative that never wins, since one before it takes the begin of its text.
void lint_prefix(const LintedPattern& pattern, LintReport& report);
/// W-WILD: a pattern that matches nothing or nearly everything.
void lint_wild(const LintedPattern& pattern, LintReport& report);
/// W-COST: a compiled pattern over the budget.
void lint_cost(const LintedPattern& pattern, LintReport& report);

}  // namespace mubiao::rules
