#pragma once

#include <string_view>

namespace mubiao {

/// An opening bracket or quote in the last part of a paragraph that nothing closes.
bool is_inside_bracket(std::string_view paragraph);

}  // namespace mubiao
