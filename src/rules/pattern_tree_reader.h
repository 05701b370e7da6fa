#pragma once

#include <deque>
#include <string_view>

#include "rules/pattern_tree.h"

namespace mubiao::rules {

struct ReadNodes {
  PatternNode* root = nullptr;
  bool has_flags = false;
};
/// Takes `pattern` apart into `nodes`; only their children are set of what ties them. Precondition: that of
/// PatternTree.
ReadNodes read_pattern_nodes(std::string_view pattern, std::deque<PatternNode>& nodes);

}  // namespace mubiao::rules
