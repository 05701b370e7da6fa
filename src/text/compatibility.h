#pragma once

#include <string>
#include <string_view>

namespace mubiao {

/// NFKC of the whole text: what compares equal to a reader, numbers in superscript made plain ones too. For
/// comparing only: text that rules see is folded (fold_characters), which keeps 10⁴ apart from 104.
std::string compatibility_form(std::string_view text);

}  // namespace mubiao
