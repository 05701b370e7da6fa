#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/output.h"
#include "mubiao/record.h"

namespace mubiao {

/// What results are written as.
/// kJsonl has a record a line, kJsonlDocuments a document a line, kJsonDocuments is kJson also for what cannot be read.
/// kTsv has \t, \n, \r and \\ where these characters were; kExcel is CSV with a byte order mark and CR LF, where '
/// stands before text that Excel would take for a formula; kTable is for people.
enum class ResultFormat { kJson, kJsonDocuments, kJsonl, kJsonlDocuments, kCsv, kTsv, kExcel, kTable };

/// How a table for people looks.
struct TableLook {
  std::size_t width = 0;  // columns of the terminal; 0: as wide as it gets
  bool color = false;
};

/// Writes the results of documents piece by piece, so that memory does not follow their number: for each document
/// begin(), record() for each of its records, end(). Not for several threads at once.
class ResultWriter {
 public:
  virtual ~ResultWriter() = default;
  /// What stands before the first document of a file or stream: the header row of CSV.
  virtual void append_preamble(std::string& out) const = 0;
  /// `document` and `input` stay alive until end(). `input` is an object of further fields that go with the document,
  /// as JSON, or empty; formats other than JSON leave it out.
  virtual void begin(std::string& out, const Document& document, const Metadata& metadata,
                     std::string_view input = {}) = 0;
  virtual void record(std::string& out, const Record& record) = 0;
  /// `diagnostics` are those of the extraction; those of the document are known.
  virtual void end(std::string& out, const std::vector<Diagnostic>& diagnostics) = 0;
  /// In place of all these, for a document that could not be read. Written by formats that have a place for it.
  virtual void failed(std::string& out, std::string_view path, const std::vector<Diagnostic>& diagnostics,
                      std::string_view input = {});
};

std::unique_ptr<ResultWriter> make_result_writer(ResultFormat format, const Producer& producer,
                                                 const TableLook& look = {});

}  // namespace mubiao
