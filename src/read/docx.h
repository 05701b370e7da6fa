#pragma once

#include "read/extracted.h"

namespace mubiao::read {

/// The text of a Word document (Office Open XML), as a reader sees it who has accepted all changes: paragraphs with the
/// numbers that Word writes before them, tables, notes behind the paragraph that refers to them. Headers, footers,
/// comments and pictures are left out.
/// Errors: see read_document; E-EMPTY if there is no text. Warnings: W-PART (styles, numbers or notes could not be
/// read; documents of another format inside).
Result<Extracted> read_docx(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace mubiao::read
