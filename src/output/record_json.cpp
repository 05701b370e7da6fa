// The fields of a document and of a record as JSON, in the one order they have everywhere. What does
// not apply is null.
//
// Doors: write_producer, write_document_fields, write_record_fields.

#include "output/record_json.h"

namespace mubiao::output {
namespace {

/// null where there is nothing to say.
void filled_field(JsonWriter& json, std::string_view name, const auto& content) {
  json.key(name);
  if (content.empty()) {
    json.value(std::nullopt);
  } else {
    json.value(content);
  }
}

/// The name of an optional enumerator.
void name_field(JsonWriter& json, std::string_view name, const auto& enumerator) {
  json.key(name);
  if (enumerator) {
    json.word(to_string(*enumerator));
  } else {
    json.value(std::nullopt);
  }
}

}  // namespace

void write_producer(JsonWriter& json, const Producer& producer) {
  json.begin_object();
  json.field("schema", kOutputSchema);
  json.field("version", producer.version);
  json.field("rules", producer.rules);
  json.end_object();
}

void write_document_fields(JsonWriter& json, const Document& document, const Metadata& metadata) {
  json.field("path", document.path());
  json.field("title", metadata.title);
  json.field("number", metadata.number);
  filled_field(json, "issuer", metadata.issuer);
  json.field("issued", metadata.issued);
  json.field("format", to_string(document.format()));
  json.field("encoding", to_string(document.encoding()));
  json.field("bytes", document.byte_size());
}

void write_unread_document_fields(JsonWriter& json, std::string_view path) {
  json.field("path", path);
  for (const std::string_view name : {"title", "number", "issuer", "issued", "format", "encoding", "bytes"}) {
    json.field(name, std::nullopt);
  }
}

void write_record_fields(JsonWriter& json, const Record& record) {
  json.field("n", record.n);
  json.key("kind");
  json.word(to_string(record.kind));
  filled_field(json, "indicator", record.indicator);
  json.field("value", record.value);
  json.field("value_high", record.value_high);
  json.field("unit", record.unit);
  name_field(json, "bound", record.bound);
  name_field(json, "change", record.change);
  json.field("year", record.year);
  json.field("period_start", record.period_start);
  json.field("period_end", record.period_end);
  json.field("baseline_year", record.baseline_year);
  name_field(json, "firmness", record.firmness);
  json.field("nature", record.nature);
  filled_field(json, "section", record.section);
  filled_field(json, "responsible", record.responsible);
  json.field("quote", record.quote);
  json.field("sentence", record.sentence);
  json.field("page", record.page);
  json.field("line", record.line);
  json.field("column", record.column);
  json.field("start", record.bytes.begin);
  json.field("end", record.bytes.end);
  filled_field(json, "rule", record.rule);
}

}  // namespace mubiao::output
