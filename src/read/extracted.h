#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mubiao/read.h"

namespace mubiao::read {

/// The text of a file that holds more than text, in UTF-8.
struct Extracted {
  std::string text;
  Encoding encoding = Encoding::kUtf8;  // of what the file says, where it says one
  std::vector<Diagnostic> warnings = {};
};

/// One problem of a file as a whole.
inline Diagnostic problem(std::string code, const std::string& path, std::string message, std::string help = "",
                          Severity severity = Severity::kError) {
  return {.severity = severity,
          .code = std::move(code),
          .message = std::move(message),
          .where = {.file = path},
          .help = std::move(help)};
}

/// What came out of it is more than ReadOptions::max_text_bytes.
inline Diagnostic too_much_text(const std::string& path) {
  return problem("E-LIMIT", path, "more text comes out of this file than may");
}

}  // namespace mubiao::read
