#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"

namespace mubiao {

/// Which fields of an object hold a document.
struct LineFields {
  std::string text = "text";
  std::string id = "id";
};

/// A document that stands in a line of JSONL.
struct DocumentLine {
  std::optional<std::string> id;          // of a number its digits; none if the field is missing, null or ""
  std::string text;                       // UTF-8
  std::string input;                      // the other fields as they are written there, an object; "" if there are none
  std::vector<Diagnostic> problems = {};  // E-JSONL: with one, `text` means nothing; the rest is what could be read
};

/// Reads one line: an object with a text field. Problems: what is no JSON, no object, or nested too deep; a number too
/// large for a double; bytes that are not UTF-8; a zero byte; half of a surrogate pair; no text field, or one that is
/// no text; either field twice; an id that is neither text nor number. `where` names file and line; columns are added
/// where they are known.
DocumentLine read_document_line(std::string_view line, const LineFields& fields, const Location& where);

}  // namespace mubiao
