#pragma once

#include <vector>

#include "extract/table_lines.h"

namespace mubiao {

/// Finds the numbers of the rows of a table (1, 2, 3, … from any number on) among the names on its lines, in cells of
/// their own or run together with the label behind them: such cells are parted. Returns for each line whether it holds
/// a number. A number counts if two others of its sequence are there.
std::vector<bool> part_ordinals(const TablePage& page, const std::vector<std::vector<TableCell>*>& names);

}  // namespace mubiao
