#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/job.h"
#include "cli/messages.h"
#include "mubiao/diagnostic.h"
#include "mubiao/document.h"
#include "mubiao/read.h"

namespace mubiao::cli {

/// Reads a file whole ("-" is stdin). Errors: E-READ with the reason the system gives, a directory; E-SIZE, more than
/// `max_bytes`; E-TIME, `goes_on` said no, which is asked before and while it reads or waits for a writer.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes, const GoesOn& goes_on = {});

/// E-TIME: a document took longer than it may.
Diagnostic time_error(std::string name);

/// The files of a directory whose names `wanted` takes, in order. Errors (E-READ): it cannot be read, or has none of
/// them, which `none` says in words.
Result<std::vector<std::string>> list_directory(const std::string& directory,
                                                const std::function<bool(const std::string& name)>& wanted,
                                                const std::string& none);

/// Whether stdin is a terminal, where waiting for a document would look like hanging.
bool stdin_is_terminal();

/// Which documents to read, and how.
struct Inputs {
  std::vector<std::string> paths;  // "-" is stdin
  ReadOptions read = {};
  std::size_t max_bytes = 0;
  bool fail_fast = false;
};

/// What to do with the bytes of one input; false ends the run (the output is gone).
using UseDocument = std::function<bool(const std::string& path, const Document& document)>;

/// Reads, decodes and hands over each input in turn. An input that fails is a message, and the others go
/// on (unless fail_fast). kDone, or kInputs if any failed.
ExitCode for_each_document(const Inputs& inputs, const Messages& messages, const UseDocument& use);

}  // namespace mubiao::cli
