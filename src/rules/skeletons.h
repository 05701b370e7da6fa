#pragma once

#include <vector>

#include "mubiao/rule.h"

namespace mubiao::rules {

/// A small set for each kind of rule, named for it, to begin a rule with: rules/new/*.toml, where its id is "skeleton".
/// Part of the library of default rules.
const std::vector<RuleFile>& skeletons();

}  // namespace mubiao::rules
