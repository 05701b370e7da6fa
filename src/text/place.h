#pragma once

#include <cstddef>
#include <string_view>

#include "mubiao/document.h"

namespace mubiao {

/// The position of offset `to`, given that `from <= to` is at `position`. Both are character borders.
/// Lines end at LF, CR LF (as one) or CR. Cost: to - from.
Position advance_position(Position position, std::string_view text, std::size_t from, std::size_t to);

}  // namespace mubiao
