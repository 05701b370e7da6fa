// A diagnostic for scripts: the same object among the findings of a check and on stderr.
//
// Doors: write_place, write_diagnostic, append_json.

#include "output/diagnostic_json.h"

#include "mubiao/output.h"

namespace mubiao {

void output::write_place(JsonWriter& json, const Location& where) {
  json.field("file", known(where.file));
  json.field("line", known(where.line));
  json.field("column", known(where.column));
}

void output::write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  json.field("severity", to_string(diagnostic.severity));
  json.field("code", diagnostic.code);
  json.field("message", diagnostic.message);
  json.field("help", known(diagnostic.help));
  write_place(json, diagnostic.where);
  json.field("width", known(diagnostic.where.column == 0 ? 0 : diagnostic.width));
  json.end_object();
}

void append_json(std::string& out, const Diagnostic& diagnostic) {
  output::JsonWriter json(out);
  output::write_diagnostic(json, diagnostic);
  out += '\n';
}

}  // namespace mubiao
