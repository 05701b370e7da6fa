#pragma once

#include <cstddef>
#include <vector>

#include "mubiao/span.h"

namespace mubiao::compare {

/// Members of two lists that stand at the same place.
struct Pair {
  std::size_t first;
  std::size_t second;
};

/// Pairs spans that overlap: the largest overlap first (its share of the longer one), then in the order of `first`,
/// then of `second`; each is used once. In that order.
std::vector<Pair> pair_by_overlap(const std::vector<Span>& first, const std::vector<Span>& second);

}  // namespace mubiao::compare
