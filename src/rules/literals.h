#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mubiao::rules {

/// Literals of which at least one stands in every text that `pattern` matches; empty if none can be told.
/// They let a matcher pass over most rules for most texts without asking RE2.
std::vector<std::string> required_literals(std::string_view pattern);

}  // namespace mubiao::rules
