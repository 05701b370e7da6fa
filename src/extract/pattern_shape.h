#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mubiao {

/// What matters about brackets and alternatives in a part of a pattern.
struct PatternShape {
  bool closed = false;       // every group that it opens it closes, and no other
  bool alternative = false;  // a '|' outside of all groups
  bool groups = false;       // groups that capture
  bool flags = false;        // flags, which hold for what follows, too; or quoted text, which is not looked into
};
PatternShape shape_of(std::string_view part);

/// Names of the groups that capture, in their order: as RE2 has them, which must compile the pattern to tell. nullopt
/// if one has no name, or there are flags or quoted text.
std::optional<std::vector<std::string>> names_of_groups(std::string_view pattern);

/// Whether every match begins where the text does. False may be wrong, true is not.
bool begins_text(std::string_view pattern);

}  // namespace mubiao
