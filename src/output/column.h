#pragma once

#include <string>
#include <string_view>

namespace mubiao::output {

/// How many columns of a terminal `text` takes: Chinese takes two a character, combining marks none.
std::size_t display_width(std::string_view text);

/// Fills `row` with spaces up to `column`.
void pad_to(std::string& row, std::size_t column);

}  // namespace mubiao::output
