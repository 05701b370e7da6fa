#pragma once

#include <string_view>

namespace mubiao {

/// What matters about brackets and alternatives in a part of a pattern.
struct PatternShape {
  bool closed = false;       // every group that it opens it closes, and no other
  bool alternative = false;  // a '|' outside of all groups
  bool groups = false;       // groups that capture
  bool flags = false;        // flags, which hold for what follows, too; or quoted text, which is not looked into
};
PatternShape shape_of(std::string_view part);

/// Whether every match begins where the text does. False may be wrong, true is not.
bool begins_text(std::string_view pattern);

}  // namespace mubiao
