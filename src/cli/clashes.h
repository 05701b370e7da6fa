#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace mubiao::cli {

/// Files that cannot all be there: `name(i)` is the path of the i-th of `count`. Pairs of two with one path, or of one
/// whose path another one has for a directory; the first in order stands first, in each pair and of the pairs. Memory
/// is 16 bytes a file.
std::vector<std::pair<std::size_t, std::size_t>> find_clashes(std::size_t count,
                                                              const std::function<std::string(std::size_t)>& name);

}  // namespace mubiao::cli
