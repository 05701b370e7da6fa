#pragma once

namespace mubiao::cli {

/// Prepares the heap for documents that come one after the other. Call once, before there are threads.
void prepare_memory();

}  // namespace mubiao::cli
