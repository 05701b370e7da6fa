#pragma once

#include <string>
#include <string_view>

#include "text/terminal.h"

namespace mubiao::output {

/// Fills `row` with spaces up to this column of a terminal.
inline void pad_to(std::string& row, std::size_t column) {
  const std::size_t width = display_width(row);
  if (width < column) row.append(column - width, ' ');
}

/// `text`, or as much of its beginning as fits, and "…" behind that.
inline std::string cut_to(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t width = 1;  // of the mark
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    width += display_width(next_code_point(text, at));
    if (width > columns) break;
  }
  return std::string(text.substr(0, end)) + (columns > 0 ? "…" : "");
}

}  // namespace mubiao::output
