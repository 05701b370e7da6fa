#pragma once

#include <string>

#include "text/terminal.h"

namespace mubiao::output {

/// Fills `row` with spaces up to this column of a terminal.
inline void pad_to(std::string& row, std::size_t column) {
  const std::size_t width = display_width(row);
  if (width < column) row.append(column - width, ' ');
}

}  // namespace mubiao::output
