#pragma once

#include <cstddef>
#include <string>

namespace mubiao::bench {

/// Plan text of at least `bytes` bytes, UTF-8: the samples, and the corpora of the folder that the
/// environment variable MUBIAO_SHARED names (else ../shared beside the project, if it is there), over and
/// over with other digits each time but years, so that no round is a copy of the one before.
std::string plan_text(std::size_t bytes);

}  // namespace mubiao::bench
