#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "read/child_process.h"

namespace mubiao::read {

/// Why pdftotext gave no text of a PDF; none if it gave one.
std::optional<Diagnostic> failure_of(const ChildResult& result, const std::string& path);

/// E-NOTEXT if no page has text on it.
std::optional<Diagnostic> lack_of_text(const std::vector<std::string_view>& pages, const std::string& path);

/// What may be missing of the text: W-FORMAT by what pdftotext said of the file, W-FONT where it lacks its tables of
/// Chinese characters, W-NOTEXT by pages without text.
std::vector<Diagnostic> warnings_of(const std::string& messages, const std::vector<std::string_view>& pages,
                                    const std::string& path);

}  // namespace mubiao::read
