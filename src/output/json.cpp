// JSON and JSONL. A document object has one record per line inside, so that results diff well; the
// rest is compact.
//
// Doors: make_json_result, make_jsonl_result.

#include <utility>

#include "output/record_json.h"
#include "output/results.h"

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

class JsonResult : public ResultWriter {
 public:
  explicit JsonResult(const Producer& producer) : producer_(producer) {}
  void append_preamble(std::string&) const override {}

  void begin(std::string& out, const Document& document, const Metadata& metadata) override {
    document_ = &document;
    separator_ = "\n";
    JsonWriter json(out);
    out += R"({"mubiao":)";
    output::write_producer(json, producer_);
    out += ",\n\"document\":";
    json.begin_object();
    output::write_document_fields(json, document, metadata);
    json.end_object();
    out += ",\n\"records\":[";
  }

  void record(std::string& out, const Record& record) override {
    out += std::exchange(separator_, ",\n");
    JsonWriter json(out);
    json.begin_object();
    output::write_record_fields(json, record);
    json.end_object();
  }

  void end(std::string& out, const std::vector<Diagnostic>& diagnostics) override {
    out += "],\n\"diagnostics\":";
    JsonWriter json(out);
    json.begin_array();
    for (const Diagnostic& diagnostic : document_->warnings()) write_diagnostic(json, diagnostic);
    for (const Diagnostic& diagnostic : diagnostics) write_diagnostic(json, diagnostic);
    json.end_array();
    out += "}\n";
  }

 private:
  Producer producer_;
  const Document* document_ = nullptr;
  const char* separator_ = "";
};

class JsonlResult : public ResultWriter {
 public:
  explicit JsonlResult(const Producer& producer) : producer_(producer) {}
  void append_preamble(std::string&) const override {}
  void begin(std::string&, const Document& document, const Metadata&) override { document_ = &document; }

  void record(std::string& out, const Record& record) override {
    JsonWriter json(out);
    json.begin_object();
    json.field("doc", document_->path());
    output::write_record_fields(json, record);
    json.field("rules", producer_.rules);
    json.end_object();
    out += '\n';
  }

  void end(std::string&, const std::vector<Diagnostic>&) override {}

 private:
  Producer producer_;
  const Document* document_ = nullptr;
};

}  // namespace

std::unique_ptr<ResultWriter> output::make_json_result(const Producer& producer) {
  return std::make_unique<JsonResult>(producer);
}

std::unique_ptr<ResultWriter> output::make_jsonl_result(const Producer& producer) {
  return std::make_unique<JsonlResult>(producer);
}

}  // namespace mubiao
