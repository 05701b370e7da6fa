// JSON and JSONL. A document object has one record per line inside, so that results diff well; the
// rest is compact.
//
// Doors: append_json, append_jsonl.

#include "mubiao/output.h"
#include "output/record_json.h"

namespace mubiao {
namespace {

using output::JsonWriter;

/// Lines and columns are 0 where they are not known.
std::optional<std::size_t> known(std::size_t place) { return place ? std::optional(place) : std::nullopt; }

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  json.field("severity", to_string(diagnostic.severity));
  json.field("code", diagnostic.code);
  json.field("message", diagnostic.message);
  json.field("line", known(diagnostic.where.line));
  json.field("column", known(diagnostic.where.column));
  json.end_object();
}

}  // namespace

void append_json(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer) {
  JsonWriter json(out);
  out += R"({"mubiao":)";
  output::write_producer(json, producer);
  out += ",\n\"document\":";
  json.begin_object();
  output::write_document_fields(json, document, extraction.metadata);
  json.end_object();
  out += ",\n\"records\":[";
  const char* separator = "\n";
  for (const Record& record : extraction.records) {
    out += separator;
    json.begin_object();
    output::write_record_fields(json, record);
    json.end_object();
    separator = ",\n";
  }
  out += "],\n\"diagnostics\":";
  json.begin_array();
  for (const Diagnostic& diagnostic : document.warnings()) write_diagnostic(json, diagnostic);
  for (const Diagnostic& diagnostic : extraction.diagnostics) write_diagnostic(json, diagnostic);
  json.end_array();
  out += "}\n";
}

void append_jsonl(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer) {
  JsonWriter json(out);
  for (const Record& record : extraction.records) {
    json.begin_object();
    json.field("doc", document.path());
    output::write_record_fields(json, record);
    json.field("rules", producer.rules);
    json.end_object();
    out += '\n';
  }
}

}  // namespace mubiao
