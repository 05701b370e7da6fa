#pragma once

#include <string>
#include <string_view>

namespace mubiao::output {

/// `text` itself if it is valid UTF-8; else a copy in `scratch` where each byte that is not part of a
/// valid sequence is written \xHH, so that two file names that differ stay different.
std::string_view printable(std::string_view text, std::string& scratch);

/// The same as a text of its own, with a space for each tab and U+FFFD for each other control character but line breaks:
/// texts of documents and rule files are in what people read, and a terminal would obey them.
std::string without_controls(std::string_view text);

}  // namespace mubiao::output
