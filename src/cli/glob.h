#pragma once

#include <string>

namespace mubiao::cli {

/// Whether a pattern of --include or --exclude means a file or directory at `path`, relative to the directory that was
/// named. Without a slash (but one at its end, which says nothing) a pattern is matched against the last name of the
/// path, else against all of it. `*`, `?` and `[…]` are those of fnmatch(3), byte by byte, and match no slash; `**`
/// stands for any number of names, also none.
bool glob_matches(const std::string& pattern, const std::string& path);

}  // namespace mubiao::cli
