#pragma once

#include <string_view>

namespace mubiao {

/// "0.1.0": the version of the library and the program.
std::string_view version();

}  // namespace mubiao
