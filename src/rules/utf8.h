#pragma once

#include <string>

namespace mubiao::rules {

/// The character as UTF-8. Precondition: up to U+10FFFF.
std::string utf8(char32_t c);

}  // namespace mubiao::rules
