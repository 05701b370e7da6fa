// CSV after RFC 4180, its variant for Excel, and TSV: one row per record, the path of the document first, the rule set
// last.
//
// Door: make_csv_result.

#include <algorithm>
#include <array>

#include "output/printable.h"
#include "output/results.h"

namespace mubiao {
namespace {

using output::CsvDialect;

void append_quoted(std::string& out, std::string_view text) {
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

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kEscaped = "\t\n\r\\";
  constexpr std::string_view kNames = "tnr\\";
  for (const char c : text) {
    const std::size_t at = kEscaped.find(c);
    if (at == std::string_view::npos) {
      out += c;
    } else {
      out += {'\\', kNames[at]};
    }
  }
}

/// Fields that hold nothing but a number. In the others a number may be a formula in disguise.
bool is_numeric(std::string_view field) {
  constexpr std::array<std::string_view, 12> kNumeric = {
      "n",    "value", "value_high", "year",  "period_start", "period_end", "baseline_year",
      "page", "line",  "column",     "start", "end"};
  return std::find(kNumeric.begin(), kNumeric.end(), field) != kNumeric.end();
}

bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

class CsvResult : public ResultWriter {
 public:
  CsvResult(const Producer& producer, CsvDialect dialect) : producer_(producer), dialect_(dialect) {}

  void append_preamble(std::string& out) const override {
    if (dialect_ == CsvDialect::kExcel) out += "\xEF\xBB\xBF";
    out += "doc";
    for (const std::string& field : record_fields()) {
      out += separator();
      out += field;
    }
    out += separator();
    out += "rules";
    end_row(out);
  }

  void begin(std::string&, const Document& document, const Metadata&, std::string_view) override {
    document_ = &document;
  }

  void record(std::string& out, const Record& record) override {
    append_text(out, document_->path());
    for (const std::string& field : record_fields()) {
      out += separator();
      const std::string text = field_text(record, field).value_or("");
      if (is_numeric(field)) {
        out += text;
      } else {
        append_text(out, text);
      }
    }
    out += separator();
    append_text(out, producer_.rules);
    end_row(out);
  }

  void end(std::string&, const std::vector<Diagnostic>&) override {}

 private:
  char separator() const { return dialect_ == CsvDialect::kTsv ? '\t' : ','; }
  void end_row(std::string& out) const { out += dialect_ == CsvDialect::kExcel ? "\r\n" : "\n"; }

  void append_text(std::string& out, std::string_view text) const {
    std::string scratch;
    text = output::printable(text, scratch);
    if (dialect_ == CsvDialect::kTsv) return append_escaped(out, text);
    if (dialect_ == CsvDialect::kExcel && looks_like_formula(text)) return append_quoted(out, "'" + std::string(text));
    append_quoted(out, text);
  }

  Producer producer_;
  CsvDialect dialect_;
  const Document* document_ = nullptr;
};

}  // namespace

std::unique_ptr<ResultWriter> output::make_csv_result(const Producer& producer, CsvDialect dialect) {
  return std::make_unique<CsvResult>(producer, dialect);
}

}  // namespace mubiao
