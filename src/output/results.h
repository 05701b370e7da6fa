#pragma once

#include "mubiao/results.h"

namespace mubiao::output {

/// What a JSON result is for.
enum class JsonStyle {
  kDocuments,     // of documents that were read, to be looked at and compared: a record a line
  kAllDocuments,  // the same, and of those that were not read
  kLines,         // a line for every document
};

enum class CsvDialect { kCsv, kTsv, kExcel };

// One writer for each format, see ResultWriter.
std::unique_ptr<ResultWriter> make_json_result(const Producer& producer, JsonStyle style = JsonStyle::kDocuments);
std::unique_ptr<ResultWriter> make_jsonl_result(const Producer& producer);
std::unique_ptr<ResultWriter> make_csv_result(const Producer& producer, CsvDialect dialect = CsvDialect::kCsv);
std::unique_ptr<ResultWriter> make_table_result(const TableLook& look);

}  // namespace mubiao::output
