// The writer of a format, and whole extractions written by it.
//
// Doors: ResultWriter, make_result_writer, append_json, append_jsonl, append_csv_header, append_csv.

#include "output/results.h"

namespace mubiao {
namespace {

void append_whole(ResultWriter& writer, std::string& out, const Document& document, const Extraction& extraction) {
  writer.begin(out, document, extraction.metadata);
  for (const Record& record : extraction.records) writer.record(out, record);
  writer.end(out, extraction.diagnostics);
}

}  // namespace

void ResultWriter::failed(std::string&, std::string_view, const std::vector<Diagnostic>&, std::string_view) {}

std::unique_ptr<ResultWriter> make_result_writer(ResultFormat format, const Producer& producer, const TableLook& look) {
  switch (format) {
    case ResultFormat::kJson:
      return output::make_json_result(producer);
    case ResultFormat::kJsonDocuments:
      return output::make_json_result(producer, output::JsonStyle::kAllDocuments);
    case ResultFormat::kJsonlDocuments:
      return output::make_json_result(producer, output::JsonStyle::kLines);
    case ResultFormat::kJsonl:
      return output::make_jsonl_result(producer);
    case ResultFormat::kCsv:
      return output::make_csv_result(producer);
    case ResultFormat::kTsv:
      return output::make_csv_result(producer, output::CsvDialect::kTsv);
    case ResultFormat::kExcel:
      return output::make_csv_result(producer, output::CsvDialect::kExcel);
    case ResultFormat::kTable:
      return output::make_table_result(look);
  }
  return nullptr;
}

void append_json(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer) {
  append_whole(*output::make_json_result(producer), out, document, extraction);
}

void append_jsonl(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer) {
  append_whole(*output::make_jsonl_result(producer), out, document, extraction);
}

void append_csv_header(std::string& out) { output::make_csv_result({})->append_preamble(out); }

void append_csv(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer) {
  append_whole(*output::make_csv_result(producer), out, document, extraction);
}

}  // namespace mubiao
