#pragma once

#include <string>

#include "rules/toml_reader.h"

namespace mubiao::rules {

/// The id of a rule or of an unless clause. "" if it is missing or no id, which is reported.
std::string read_id(TableReader& reader, Problems& problems);

}  // namespace mubiao::rules
