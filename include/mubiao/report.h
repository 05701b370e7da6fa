#pragma once

#include <optional>
#include <string>

#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/normalize.h"
#include "mubiao/outline.h"
#include "mubiao/output.h"

namespace mubiao {

// The boxes of the pipeline, printed: for people who ask why, and as JSON for scripts. All offsets are
// bytes of the original file.

/// One line per paragraph, fields separated by tabs: span in the normalized text, bytes in the file,
/// line:column, the text.
void append_map(std::string& out, const Document& document, const NormalizedText& text);

/// Metadata, the rule set, and the tree of sections with the number of paragraphs and the departments under each.
void append_outline_text(std::string& out, const Document& document, const Outline& outline, const Producer& producer);
/// {"mubiao": …, "document": …, "sections": [...], "paragraphs": [...]}
void append_outline_json(std::string& out, const Document& document, const NormalizedText& text, const Outline& outline,
                         const Producer& producer);

/// Which part of an explanation to show.
struct ExplainFilter {
  std::optional<std::size_t> line;
  bool unaccounted = false;
};
/// Drops what the filter does not ask for.
void narrow(const ExplainFilter& filter, Extraction& explained);

/// For each number: where it stands, what became of it, the rules tried, and the record made of it with
/// the source of each field. Records without a number stand between them, in document order.
void append_explanation_text(std::string& out, const Document& document, const Extraction& explained,
                             const Producer& producer);
/// {"mubiao": …, "document": …, "numbers": [...], "records": [... with "provenance"]}
void append_explanation_json(std::string& out, const Document& document, const Extraction& explained,
                             const Producer& producer);

}  // namespace mubiao
