#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mubiao/gold.h"

namespace mubiao::compare {

/// One line of annotations: the record, and where its quote stands, in whichever way the line says it.
struct GoldLine {
  GoldRecord record;
  std::string quote;
  std::optional<std::size_t> start;  // code points
  std::optional<std::size_t> end;
  std::string context;        // text around the quote
  std::size_t nth = 0;        // which occurrence of `context` in the document; 0: the only one
  std::size_t quote_nth = 0;  // which occurrence of `quote` in `context`; 0: the only one
};

/// Reads a line. Problems are added to `problems`; nullopt if nothing can be made of it.
std::optional<GoldLine> read_gold_line(std::string_view line, const Location& where, std::vector<Diagnostic>& problems);

}  // namespace mubiao::compare
