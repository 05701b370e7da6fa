#pragma once

#include <string>

#include "cli/input_list.h"

namespace mubiao::cli {

/// Adds the files below a directory, see find_inputs(). What their results keep is the path below it, or the whole one.
void walk(const std::string& directory, bool keep_whole, const InputSearch& search, InputList& out);

}  // namespace mubiao::cli
