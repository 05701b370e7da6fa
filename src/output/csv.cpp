// CSV after RFC 4180, one row per record, the path of the document first, the rule set last.
//
// Door: make_csv_result.

#include "output/printable.h"
#include "output/results.h"

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

class CsvResult : public ResultWriter {
 public:
  explicit CsvResult(const Producer& producer) : producer_(producer) {}

  void append_preamble(std::string& out) const override {
    out += "doc";
    for (const std::string& field : record_fields()) {
      out += ',';
      out += field;
    }
    out += ",rules\n";
  }

  void begin(std::string&, const Document& document, const Metadata&) override { document_ = &document; }

  void record(std::string& out, const Record& record) override {
    append_field(out, document_->path());
    for (const std::string& field : record_fields()) {
      out += ',';
      append_field(out, field_text(record, field).value_or(""));
    }
    out += ',';
    append_field(out, producer_.rules);
    out += '\n';
  }

  void end(std::string&, const std::vector<Diagnostic>&) override {}

 private:
  Producer producer_;
  const Document* document_ = nullptr;
};

}  // namespace

std::unique_ptr<ResultWriter> output::make_csv_result(const Producer& producer) {
  return std::make_unique<CsvResult>(producer);
}

}  // namespace mubiao
