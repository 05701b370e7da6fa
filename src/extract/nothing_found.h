#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/extract.h"

namespace mubiao {

/// How many records a document has, by kind.
using KindCounts = std::array<std::size_t, std::tuple_size_v<Kinds>>;

/// N-NONE, a note, if no record is of the `wanted` kinds: what the document states instead.
std::vector<Diagnostic> note_if_nothing(const KindCounts& found, const Kinds& wanted, const std::string& path);

}  // namespace mubiao
