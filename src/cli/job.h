#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "mubiao/diagnostic.h"

namespace mubiao::cli {

/// One document of a batch, before it is read.
struct Job {
  std::string path;                       // of its file; "-" is stdin
  std::string name;                       // what results and messages call it
  std::string output = {};                // the file its result goes to; empty if all go to one stream
  std::optional<std::string> line = {};   // of JSONL: the document stands in it, and not in the file as a whole
  std::size_t line_number = 0;            // of that line; 0 if the file is the document
  std::vector<Diagnostic> problems = {};  // why it cannot be read, if that is known already
  bool is_document = true;                // false if `problems` are of something else: a directory, a file of lines
};

/// What came of a job, beside its result.
struct Outcome {
  std::vector<Diagnostic> diagnostics;   // in the order they are to be shown
  ExitCode status = ExitCode::kDone;     // kInputs: not read; kOutput: its result could not be written
  std::array<std::size_t, 4> records{};  // written, by Kind
  bool was_done = false;                 // its result is there already: nothing was done
  std::size_t bytes = 0;                 // of the document
};

/// The jobs of a batch, in order. Asked by one thread at a time.
class JobSource {
 public:
  virtual ~JobSource() = default;
  virtual std::optional<Job> next() = 0;
  /// How many there are in all, where that is known.
  virtual std::optional<std::size_t> total() const = 0;
};

/// Whether to go on with a document: its time may be up, or nobody wants its result any more.
using GoesOn = std::function<bool()>;

/// Where a result goes, piece by piece.
class Outlet {
 public:
  virtual ~Outlet() = default;
  /// Append here, then call flush_if_large().
  virtual std::string& buffer() = 0;
  /// Passes the buffer on if it is worth it. False if there is no use in going on.
  virtual bool flush_if_large() = 0;
};

/// The stream of a batch whose documents have files of their own: takes nothing, and never has enough.
class NoOutlet : public Outlet {
 public:
  std::string& buffer() override { return nothing_; }
  bool flush_if_large() override { return true; }

 private:
  std::string nothing_;
};

}  // namespace mubiao::cli
