#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/rewriter.h"

namespace mubiao {

/// Takes out what word processors write where a reference leads nowhere: "Error! Bookmark not defined." Nullopt if
/// there is nothing to take out. `target` takes the result: see Rewriter.
std::optional<OffsetMap> drop_field_errors(std::string_view text, std::string& target);

}  // namespace mubiao
