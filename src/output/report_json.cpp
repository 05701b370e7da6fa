// Outlines and explanations for scripts.
//
// Doors: append_outline_json, append_explanation_json.

#include "mubiao/report.h"
#include "output/record_json.h"

namespace mubiao {
namespace {

using output::JsonWriter;

/// Where a span of normalized text stands in the file.
void write_place(JsonWriter& json, const Document& document, const NormalizedText& text, Span span) {
  const Span decoded = text.to_document(span);
  const Span bytes = document.to_bytes(decoded);
  json.field("line", document.position(decoded.begin).line);
  json.field("start", bytes.begin);
  json.field("end", bytes.end);
}

void write_account(JsonWriter& json, const Account& account) {
  json.begin_object();
  json.field("line", account.line);
  json.field("column", account.column);
  json.field("start", account.bytes.begin);
  json.field("end", account.bytes.end);
  json.field("text", account.text);
  json.field("verdict", account.verdict);
  json.field("rule", account.rule);
  json.field("clause", account.clause);
  json.key("attempts");
  json.begin_array();
  for (const Attempt& attempt : account.attempts) {
    json.begin_object();
    json.field("rule", attempt.rule);
    json.field("outcome", attempt.outcome);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_explained_record(JsonWriter& json, const Record& record) {
  json.begin_object();
  output::write_record_fields(json, record);
  json.key("provenance");
  json.begin_array();
  for (const Provenance& each : record.provenance) {
    json.begin_object();
    json.field("field", each.field);
    json.field("value", each.value);
    json.field("reason", each.reason);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void append_outline_json(std::string& out, const Document& document, const NormalizedText& text, const Outline& outline,
                         const Producer& producer) {
  JsonWriter json(out);
  json.begin_object();
  json.key("mubiao");
  output::write_producer(json, producer);
  json.key("document");
  json.begin_object();
  output::write_document_fields(json, document, outline.metadata);
  json.end_object();
  json.key("sections");
  json.begin_array();
  for (const Section& section : outline.sections) {
    json.begin_object();
    json.field("title", section.title);
    json.field("level", section.level);
    json.field("parent", section.parent < 0 ? std::nullopt : std::optional(section.parent));
    write_place(json, document, text, section.heading);
    json.end_object();
  }
  json.end_array();
  json.key("paragraphs");
  json.begin_array();
  for (const Paragraph& paragraph : outline.paragraphs) {
    json.begin_object();
    json.field("section", paragraph.section < 0 ? std::nullopt : std::optional(paragraph.section));
    write_place(json, document, text, paragraph.span);
    json.field("departments", outline.departments_of(paragraph));
    json.field("boilerplate", paragraph.boilerplate);
    json.field("text", slice(text.as_written(), paragraph.span));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void append_explanation_json(std::string& out, const Document& document, const Extraction& explained,
                             const Producer& producer) {
  JsonWriter json(out);
  json.begin_object();
  json.key("mubiao");
  output::write_producer(json, producer);
  json.key("document");
  json.begin_object();
  output::write_document_fields(json, document, explained.metadata);
  json.end_object();
  json.key("numbers");
  json.begin_array();
  for (const Account& account : explained.accounts) write_account(json, account);
  json.end_array();
  json.key("records");
  json.begin_array();
  for (const Record& record : explained.records) write_explained_record(json, record);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace mubiao
