#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "mubiao/span.h"

namespace mubiao {

/// Named groups that rules of pass two may capture.
enum class Group { kQuantity, kIndicator, kSubject, kWhole, kObject, kVerb, kGoal };
inline constexpr std::size_t kGroups = 7;
using Groups = std::array<std::optional<Span>, kGroups>;

inline constexpr std::array<const char*, kGroups> kGroupNames = {"quantity", "indicator", "subject", "whole",
                                                                 "object",   "verb",      "goal"};

inline std::optional<Group> group_named(std::string_view name) {
  const auto it = std::find(kGroupNames.begin(), kGroupNames.end(), name);
  if (name.empty() || it == kGroupNames.end()) return std::nullopt;
  return static_cast<Group>(it - kGroupNames.begin());
}

}  // namespace mubiao
