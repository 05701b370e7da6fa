#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/job.h"
#include "cli/result_options.h"
#include "mubiao/extract.h"
#include "mubiao/jsonl_input.h"
#include "mubiao/output.h"
#include "mubiao/read.h"
#include "mubiao/results.h"

namespace mubiao::cli {

/// What a worker needs to know of the arguments.
struct ExtractOptions {
  ResultOptions result;
  Kinds kinds{};
  TableLook look;
  std::vector<UnitChoice> units;
  ReadOptions read;
  std::size_t max_bytes = 0;
  LineFields line_fields;
};

/// What was read of a job.
struct Reading {
  std::string name;                       // of the document, in its result
  std::string input = {};                 // what else came with it, see DocumentLine
  std::optional<Document> document = {};  // none after a failure
};

/// Makes a result of a document. Const methods may be called from several threads.
class ExtractWorker {
 public:
  ExtractWorker(Extractor extractor, ExtractOptions options);

  const Kinds& kinds() const { return options_.kinds; }
  /// What stands before the first document of a file or stream.
  void append_preamble(std::string& out) const;
  /// Asked with the bytes of a document: whether its result is there already.
  using IsDone = std::function<bool(std::string_view bytes)>;
  /// Reads and decodes; warnings of the document are put into the outcome, or why it failed: E-TIME if `goes_on` said
  /// no. Not decoded, and no failure, is what is done already. Takes the line out of the job.
  Reading read(Job& job, const GoesOn& goes_on, Outcome& outcome, const IsDone& is_done = {}) const;
  /// Extracts, and writes the result. A failure is put into the outcome: E-TIME, E-MEMORY. The result then ends with
  /// the last record that is whole, and tells of the failure among its diagnostics. Precondition: there is a document.
  void write(const Reading& reading, const GoesOn& goes_on, Outlet& outlet, Outcome& outcome) const;
  /// What formats that have an object for every document write of one that failed: why, as the outcome says.
  void write_failure(const Reading& reading, Outlet& outlet, const Outcome& outcome) const;

 private:
  Result<std::optional<Document>> decode_job(Job& job, const GoesOn& goes_on, const IsDone& is_done, Reading& reading,
                                             Outcome& outcome) const;

  Extractor extractor_;
  ExtractOptions options_;
  Producer producer_;
};

}  // namespace mubiao::cli
