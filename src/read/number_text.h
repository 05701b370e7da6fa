#pragma once

#include <string>
#include <string_view>

namespace mubiao::read {

/// A number as a list writes it, by the name that WordprocessingML has for the way (ECMA-376, ST_NumberFormat):
/// "chineseCounting", "decimalEnclosedCircle", "upperRoman". What a way has no sign for, and what ways are not known,
/// is written in digits; of "none" and "bullet" comes nothing.
std::string number_text(long long number, std::string_view format);

}  // namespace mubiao::read
