#pragma once

#include <string>
#include <string_view>

namespace mubiao::output {

/// Appends `text` as a JSON string, with its quotes. Escaped is what must be: quotes, backslashes, control characters.
/// Bytes that are not UTF-8 come out as printable() writes them.
void append_json_string(std::string& out, std::string_view text);

/// True if `text` may stand between quotes as it is, as most texts do: UTF-8 without anything to escape.
bool is_plain(std::string_view text);

}  // namespace mubiao::output
