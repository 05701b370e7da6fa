#pragma once

#include <cstddef>
#include <vector>

#include "mubiao/rule.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// The paths under the key `extends` of a file: as many as Extended are made of them.
std::vector<const Node*> extended_paths(const Node& root);

/// Says of each file which set it belongs to. Files that were reached together form one set; one that another extends
/// by itself is a set of its own, even if it stands among the outermost. A path that leads back to the set it stands
/// in gets a problem that shows the way, and no files.
void part_into_sets(std::vector<RuleFile>& files);

/// Which sets each set builds on.
struct SetOrder {
  std::vector<std::vector<bool>> inherits;  // inherits[s][b]: set s extends b, or a set that does
  std::vector<std::size_t> order;           // every set, behind those it extends
};
/// Precondition: no set extends itself.
SetOrder order_sets(const std::vector<RuleFile>& files);

}  // namespace mubiao::rules
