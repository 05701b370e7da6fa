#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mubiao/unit.h"

namespace mubiao::rules {

/// A placeholder that a pattern writes as {name}. {quantity} and {quantity.DIM} are not among them: they depend on
/// the unit table.
struct Placeholder {
  std::string_view name;
  char32_t character;
};
std::span<const Placeholder> placeholders();

/// `text` with every {name} of a placeholder, {quantity} and {quantity.DIM} as the character it stands for in typed
/// text. Other braces stay. For examples of rules that match typed text.
std::string fill_placeholders(std::string_view text, const UnitTable& units);

}  // namespace mubiao::rules
