#pragma once

#include <string>
#include <string_view>

namespace mubiao {

/// Appends `next` to `text`. Words that `text` ends with and `next` begins with are written once: 光伏总装机 and
/// 装机占比 give 光伏总装机占比. A single character is no word: 建设 and 设施 give 建设设施.
void append_once(std::string& text, std::string_view next);

}  // namespace mubiao
