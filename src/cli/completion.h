#pragma once

#include <string>
#include <string_view>

#include "cli/command_tree.h"

namespace mubiao::cli {

// Scripts that complete the arguments of a program in a shell. They name its commands and options as they are now and
// never run it.
std::string bash_completion(const CommandTree& program);
std::string zsh_completion(const CommandTree& program);
std::string fish_completion(const CommandTree& program);

/// `text` with every `what` replaced.
std::string replaced(std::string text, std::string_view what, std::string_view by);

}  // namespace mubiao::cli
