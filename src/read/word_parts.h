#pragma once

#include <string>

#include "read/archive.h"

namespace mubiao::read {

/// Names of the parts of a Word document that hold text or say how it is read; empty where there is none.
struct WordParts {
  std::string document;
  std::string styles;
  std::string numbering;
  std::string footnotes;
  std::string endnotes;
};

/// Follows the relationships of the package to its parts. Errors: those of the archive, and E-FORMAT that says what
/// the archive is if it is no Word document.
Result<WordParts> find_word_parts(Archive& archive, std::size_t max_tree_bytes);

}  // namespace mubiao::read
