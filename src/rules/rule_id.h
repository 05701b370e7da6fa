#pragma once

#include <string>
#include <string_view>

#include "rules/toml_reader.h"

namespace mubiao::rules {

/// Lower-case letters, digits, _ and -, in parts joined by single dots, a letter first.
bool is_id(std::string_view id);

/// The id of a rule or of an unless clause. "" if it is missing or no id, which is reported.
std::string read_id(TableReader& reader, Problems& problems);

}  // namespace mubiao::rules
