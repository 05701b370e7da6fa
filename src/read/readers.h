#pragma once

#include "read/extracted.h"

namespace mubiao::read {

/// Takes the text out of the bytes of a file; `path` is for messages.
using Reader = Result<Extracted> (*)(const std::string& path, std::string_view bytes, const ReadOptions& options);

/// The reader of a format; null for text, which needs none.
Reader reader_of(Format format);

}  // namespace mubiao::read
