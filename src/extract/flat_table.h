#pragma once

#include <optional>
#include <vector>

#include "extract/grammar.h"
#include "extract/table_header.h"
#include "extract/table_rows.h"

namespace mubiao {

/// Reads a table whose cells stand one below the other if its head begins with lines[first]: the cells row by row, or
/// all labels and then all values.
std::optional<Table> read_flat_table(const TablePage& page, TableLines& lines, std::size_t first,
                                         const TableHeaderReader& headers, const Grammar& grammar);

}  // namespace mubiao
