#pragma once

#include <string>
#include <string_view>

namespace mubiao::output {

/// Appends `text` as a JSON string, with its quotes. Escaped is what must be: quotes, backslashes, control characters.
void append_json_string(std::string& out, std::string_view text);

}  // namespace mubiao::output
