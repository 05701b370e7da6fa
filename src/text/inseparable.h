#pragma once

#include <string_view>

namespace mubiao {

/// Two lines between which no line can end: a mark that closes something begins the second, or one that opens something
/// ends the first, or the break is inside a number.
bool are_inseparable(std::string_view before, std::string_view after);

}  // namespace mubiao
