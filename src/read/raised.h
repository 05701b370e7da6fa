#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mubiao::read {

/// Text set raised: numbers as raised digits, so that 10⁴ is not 104; none if it has characters without a raised form.
std::optional<std::string> raised(std::string_view text);

}  // namespace mubiao::read
