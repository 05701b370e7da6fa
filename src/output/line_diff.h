#pragma once

#include <string>
#include <string_view>

namespace mubiao::output {

/// A unified diff with three lines around each change, as `patch` reads it; nothing if the texts are the same. Time and
/// memory are bounded: where there are more than some thousand changes, everything between the first and the last is
/// one change.
void append_line_diff(std::string& out, std::string_view name, std::string_view before, std::string_view after);

}  // namespace mubiao::output
