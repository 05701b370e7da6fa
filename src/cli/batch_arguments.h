#pragma once

#include "cli/command.h"
#include "cli/pipeline.h"

namespace mubiao::cli {

/// How a batch is run.
struct BatchArguments {
  std::size_t threads = default_threads();
  double timeout = 0;  // seconds for each document; 0: none
};
/// -j/--threads and --timeout-per-file.
void add_batch_options(CLI::App& app, BatchArguments& arguments);

/// What a batch came to, as a note: at a terminal, or when verbose. Of records, those of these kinds.
void show_summary(const PipelineResult& result, const Kinds& kinds, const Messages& messages);

}  // namespace mubiao::cli
