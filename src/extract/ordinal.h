#pragma once

#include <string_view>

namespace mubiao {

/// The number in a mark or a date: 3 of "(三)", 21 of "二十一、", 12 of "12.", 2022 of "二〇二二", 4 of "④".
/// The first run of digits or Chinese numerals counts; 0 if there is none or it is above 9999.
int read_ordinal(std::string_view text);

}  // namespace mubiao
