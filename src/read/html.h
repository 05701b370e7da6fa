#pragma once

#include "read/extracted.h"

namespace mubiao::read {

/// The text of a web page: see README.md, "Inputs". Errors: those of decode(), E-LIMIT, E-TIME, and E-NOTEXT for a page
/// that has no text of its own.
Result<Extracted> read_html(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace mubiao::read
