#pragma once

#include <string>
#include <string_view>

#include "cli/command_tree.h"

namespace mubiao::cli {

/// mubiao(1), in roff: all commands on one page. The footers of commands give its examples: the lines below
/// "Examples:".
std::string man_page(const CommandTree& program, std::string_view version);

}  // namespace mubiao::cli
