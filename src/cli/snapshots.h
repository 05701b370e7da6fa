#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/messages.h"
#include "mubiao/check.h"
#include "mubiao/check_report.h"
#include "mubiao/extract.h"

namespace mubiao::cli {

/// Snapshots are whole documents NAME.txt with the output that was accepted for them, NAME.jsonl: records of all kinds.
struct Snapshots {
  std::vector<std::string> folders = {};
  const NamePattern* only = nullptr;  // of NAME, or "snapshot/NAME"; null: all of them
  bool update = false;                // accept what there is now
};

/// The folder "tests" of every path that is a directory and has one: where the snapshots of a rule set are.
std::vector<std::string> snapshot_folders(const std::vector<std::string>& rule_paths);

/// Compares each document with its accepted output, or writes that anew. Adds a case "snapshot/NAME" for each, by name.
/// Nothing is written without `update`. kDone, or kOutput after a message if a file could not be written; a folder
/// that cannot be read is a message and kInputs.
ExitCode run_snapshots(const Extractor& extractor, const Snapshots& snapshots, const Messages& messages,
                       std::vector<Case>& cases);

}  // namespace mubiao::cli
