// JSON and JSONL. A document object has one record per line inside, so that results diff well; the
// rest is compact. As a line of JSONL it is one line.
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
  JsonResult(const Producer& producer, output::JsonStyle style)
      : producer_(producer), style_(style), break_(style == output::JsonStyle::kLines ? "" : "\n") {}
  void append_preamble(std::string&) const override {}

  void begin(std::string& out, const Document& document, const Metadata& metadata, std::string_view input) override {
    document_ = &document;
    input_ = input;
    begin_document(out);
    JsonWriter json(out);
    json.begin_object();
    output::write_document_fields(json, document, metadata);
    json.end_object();
    begin_records(out);
  }

  void record(std::string& out, const Record& record) override {
    if (std::exchange(has_records_, true)) out += ',';
    out += break_;
    JsonWriter json(out);
    json.begin_object();
    output::write_record_fields(json, record);
    json.end_object();
  }

  void end(std::string& out, const std::vector<Diagnostic>& diagnostics) override {
    end_document(out, document_->warnings(), diagnostics);
  }

  void failed(std::string& out, std::string_view path, const std::vector<Diagnostic>& diagnostics,
              std::string_view input) override {
    if (style_ == output::JsonStyle::kDocuments) return;
    input_ = input;
    begin_document(out);
    JsonWriter json(out);
    json.begin_object();
    output::write_unread_document_fields(json, path);
    json.end_object();
    begin_records(out);
    end_document(out, diagnostics, {});
  }

 private:
  void begin_document(std::string& out) const {
    JsonWriter json(out);
    out += R"({"mubiao":)";
    output::write_producer(json, producer_);
    out.append(",").append(break_).append(R"("document":)");
  }
  void begin_records(std::string& out) {
    has_records_ = false;
    out.append(",").append(break_).append(R"("records":[)");
  }
  void end_document(std::string& out, const std::vector<Diagnostic>& first, const std::vector<Diagnostic>& then) const {
    out.append("],").append(break_).append(R"("diagnostics":)");
    JsonWriter json(out);
    json.begin_array();
    for (const Diagnostic& diagnostic : first) write_diagnostic(json, diagnostic);
    for (const Diagnostic& diagnostic : then) write_diagnostic(json, diagnostic);
    json.end_array();
    if (!input_.empty()) out.append(",").append(break_).append(R"("input":)").append(input_);
    out += "}\n";
  }

  Producer producer_;
  output::JsonStyle style_;
  std::string_view break_;  // between what stands on a line of its own for people
  const Document* document_ = nullptr;
  std::string_view input_;
  bool has_records_ = false;
};

class JsonlResult : public ResultWriter {
 public:
  explicit JsonlResult(const Producer& producer) : producer_(producer) {}
  void append_preamble(std::string&) const override {}
  void begin(std::string&, const Document& document, const Metadata&, std::string_view input) override {
    document_ = &document;
    input_ = input;
  }

  void record(std::string& out, const Record& record) override {
    JsonWriter json(out);
    json.begin_object();
    json.field("doc", document_->path());
    output::write_record_fields(json, record);
    json.field("rules", producer_.rules);
    if (!input_.empty()) {
      json.key("input");
      json.raw_object(input_);
    }
    json.end_object();
    out += '\n';
  }

  void end(std::string&, const std::vector<Diagnostic>&) override {}

 private:
  Producer producer_;
  const Document* document_ = nullptr;
  std::string_view input_;
};

}  // namespace

std::unique_ptr<ResultWriter> output::make_json_result(const Producer& producer, JsonStyle style) {
  return std::make_unique<JsonResult>(producer, style);
}

std::unique_ptr<ResultWriter> output::make_jsonl_result(const Producer& producer) {
  return std::make_unique<JsonlResult>(producer);
}

}  // namespace mubiao
