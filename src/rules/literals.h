#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mubiao::rules {

/// Lists of literals: of each list at least one stands in every text that `pattern` matches. The most telling ones
/// first, three at most; empty if none can be told. They let a matcher pass over most rules for most texts without
/// asking RE2.
std::vector<std::vector<std::string>> required_literals(std::string_view pattern);

}  // namespace mubiao::rules
