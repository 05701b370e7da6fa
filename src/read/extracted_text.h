#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"

namespace mubiao::read {

/// Control characters, which no text has, become U+FFFD; what begins lines, pages and cells stays.
void replace_controls(std::string& text);

/// Whether there is more on a page than its number: of a scanned page there is not.
bool has_text(std::string_view page);

/// W-FONT, if the text of a file is not the one that people see on its pages: fonts that do not say which characters
/// their signs are. Empty if it seems to be.
std::vector<Diagnostic> font_problems(std::string_view text, const std::string& path);

}  // namespace mubiao::read
