#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/job.h"
#include "mubiao/extract.h"
#include "mubiao/output.h"
#include "mubiao/results.h"

namespace mubiao::cli {

/// What a worker needs to know of the arguments.
struct ExtractOptions {
  ResultFormat format = ResultFormat::kJson;
  Kinds kinds{};
  bool bom = false;
  TableLook look;
  std::vector<UnitChoice> units;
  std::optional<Encoding> encoding;
  std::size_t max_bytes = 0;
};

/// Makes a result of a document. Const methods may be called from several threads.
class ExtractWorker {
 public:
  ExtractWorker(Extractor extractor, ExtractOptions options);

  const Kinds& kinds() const { return options_.kinds; }
  /// What stands before the first document of a file or stream.
  void append_preamble(std::string& out) const;
  /// Reads and decodes; warnings of the document are put into the outcome. Empty after a failure, which the outcome
  /// holds then: E-TIME if `goes_on` said no.
  std::optional<Document> read(const Job& job, const GoesOn& goes_on, Outcome& outcome) const;
  /// Extracts, and writes the result. A failure is put into the outcome: E-TIME, E-MEMORY. The result then ends with
  /// the last record that is whole, and tells of the failure among its diagnostics.
  void write(const Document& document, const GoesOn& goes_on, Outlet& outlet, Outcome& outcome) const;

 private:
  Extractor extractor_;
  ExtractOptions options_;
  Producer producer_;
};

}  // namespace mubiao::cli
