#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/output.h"
#include "mubiao/record.h"

namespace mubiao {

/// What results are written as.
enum class ResultFormat { kJson, kJsonl, kCsv, kTable };

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
  /// `document` stays alive until end().
  virtual void begin(std::string& out, const Document& document, const Metadata& metadata) = 0;
  virtual void record(std::string& out, const Record& record) = 0;
  /// `diagnostics` are those of the extraction; those of the document are known.
  virtual void end(std::string& out, const std::vector<Diagnostic>& diagnostics) = 0;
};

std::unique_ptr<ResultWriter> make_result_writer(ResultFormat format, const Producer& producer,
                                                 const TableLook& look = {});

}  // namespace mubiao
