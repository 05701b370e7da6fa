// CSV after RFC 4180, one row per record, the path of the document first, the rule set last.
//
// Doors: append_csv_header, append_csv.

#include "mubiao/output.h"
#include "output/printable.h"

namespace mubiao {
namespace {

void append_field(std::string& out, std::string_view text) {
  std::string escaped;
  text = output::printable(text, escaped);
  const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!outer_space && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void append_csv_header(std::string& out) {
  out += "doc";
  for (const std::string& field : record_fields()) {
    out += ',';
    out += field;
  }
  out += ",rules\n";
}

void append_csv(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer) {
  for (const Record& record : extraction.records) {
    append_field(out, document.path());
    for (const std::string& field : record_fields()) {
      out += ',';
      append_field(out, field_text(record, field).value_or(""));
    }
    out += ',';
    append_field(out, producer.rules);
    out += '\n';
  }
}

}  // namespace mubiao
