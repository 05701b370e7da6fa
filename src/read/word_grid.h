#pragma once

#include <vector>

#include "read/word_table.h"

namespace mubiao::read {

/// The columns that a table has for who looks at it. The grid of a document has more: one wherever the edges of cells
/// in two rows miss each other by a hair, and some where no cell begins. `widths` are those of the grid, in twentieths
/// of a point; what the cells of `rows` span is changed from columns of the grid to those.
void tidy_grid(const std::vector<long long>& widths, std::vector<WordRow>& rows);

}  // namespace mubiao::read
