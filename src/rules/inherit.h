#pragma once

#include <vector>

#include "mubiao/rule.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// Puts together what a set says and what it inherits: afterwards the tables of all files read as if they were of one
/// set, in which every name is defined once. Rules with `override` and the tables under [override] have gone into what
/// they change, rules under `disable` are gone.
/// Problems: E-EXTENDS (paths that led nowhere), E-ID, E-FRAG, E-UNIT (what is inherited and defined anew, or changed
/// and not inherited), E-KEY, E-TYPE. False if not everything that is extended is here.
bool inherit(std::vector<Node>& roots, const std::vector<RuleFile>& files, Problems& problems);

}  // namespace mubiao::rules
