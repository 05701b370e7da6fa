#pragma once

#include "read/readers.h"

namespace mubiao::read {

/// The text of a PDF, a page after the other, each ended by a form feed: in reading order as `pdftotext` finds it, and
/// where a page has a table, as it stands on the page (`pdftotext -layout`). `pdftotext` runs as a child with limits:
/// see run_child. Errors and warnings as read_document has them.
Result<Extracted> read_pdf(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace mubiao::read
