// The fields of a document and of a record as JSON, in the one order they have everywhere. What does
// not apply is null.
//
// Doors: write_document_fields, write_record_fields.

#include "output/record_json.h"

namespace mubiao::output {
namespace {

/// null where there is nothing to say.
std::optional<std::string_view> filled(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}
std::optional<std::vector<std::string>> filled(const std::vector<std::string>& list) {
  return list.empty() ? std::nullopt : std::optional(list);
}

/// The name of an optional enumerator.
std::optional<std::string_view> name(const auto& enumerator) {
  return enumerator ? std::optional(to_string(*enumerator)) : std::nullopt;
}

}  // namespace

void write_document_fields(JsonWriter& json, const Document& document, const Metadata& metadata) {
  json.field("path", document.path());
  json.field("title", metadata.title);
  json.field("number", metadata.number);
  json.field("issuer", filled(metadata.issuer));
  json.field("issued", metadata.issued);
  json.field("encoding", to_string(document.encoding()));
  json.field("bytes", document.byte_size());
}

void write_record_fields(JsonWriter& json, const Record& record) {
  json.field("n", record.n);
  json.field("kind", to_string(record.kind));
  json.field("indicator", filled(record.indicator));
  json.field("value", record.value);
  json.field("value_high", record.value_high);
  json.field("unit", record.unit);
  json.field("bound", name(record.bound));
  json.field("change", name(record.change));
  json.field("year", record.year);
  json.field("period_start", record.period_start);
  json.field("period_end", record.period_end);
  json.field("baseline_year", record.baseline_year);
  json.field("firmness", name(record.firmness));
  json.field("section", filled(record.section));
  json.field("responsible", filled(record.responsible));
  json.field("quote", record.quote);
  json.field("sentence", record.sentence);
  json.field("line", record.line);
  json.field("column", record.column);
  json.field("start", record.bytes.begin);
  json.field("end", record.bytes.end);
  json.field("rule", filled(record.rule));
}

}  // namespace mubiao::output
