#pragma once

#include "mubiao/diagnostic.h"
#include "output/json_writer.h"

namespace mubiao::output {

/// Null stands for what is not known: 0 in a place, an empty text.
inline std::optional<std::size_t> known(std::size_t number) { return number ? std::optional(number) : std::nullopt; }
inline std::optional<std::string> known(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// Fields of an object that is open: file, line and column.
void write_place(JsonWriter& json, const Location& where);
/// An object.
void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic);

}  // namespace mubiao::output
