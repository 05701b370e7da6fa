#pragma once

#include <string>
#include <string_view>

#include "text/terminal.h"

namespace mubiao::compare {

/// Text of a document on one line: line breaks are shown, other control characters are spaces.
inline std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "⏎";
    } else if (c != '\r') {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

/// The same, cut behind so many characters.
inline std::string one_line(std::string_view text, std::size_t longest) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < longest && at < text.size(); ++i) next_code_point(text, at);
  return one_line(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

}  // namespace mubiao::compare
