#pragma once

#include <string>
#include <vector>

#include "cli/extract_worker.h"
#include "cli/finished_results.h"
#include "cli/messages.h"
#include "cli/pipeline.h"
#include "cli/source_options.h"

namespace mubiao::cli {

/// What `extract` is to do. Arguments after the second look: nothing in it can be wrong but what depends on the rules.
struct Plan {
  Source source;
  ExtractOptions options;
  PipelineOptions pipeline;
  double timeout = 0;  // seconds for each document; 0: none
  Again again = Again::kAlways;
  std::vector<std::string> depends_on;  // for --resume
};

/// All results to one file or stream.
PipelineResult write_stream(Plan plan, const std::string& path, const ExtractWorker& worker, const Messages& messages);

/// The result of each document to a file of its own. One that cannot be written fails like an input, and the others
/// go on.
PipelineResult write_directory(Plan plan, const std::string& directory, const ExtractWorker& worker,
                               const Messages& messages);

}  // namespace mubiao::cli
