// Patterns of file names. Door: glob_matches.
#include "cli/glob.h"

#include <fnmatch.h>

#include <string_view>
#include <vector>

namespace mubiao::cli {
namespace {

std::vector<std::string> names_of(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) names.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return names;
}

bool name_matches(const std::string& pattern, const std::string& name) {
  return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
}

/// Row by row: which beginnings of the path the patterns so far can stand for. Linear in both, whatever they are.
bool names_match(const std::vector<std::string>& patterns, const std::vector<std::string>& names) {
  std::vector<bool> reached(names.size() + 1);
  reached[0] = true;
  for (const std::string& pattern : patterns) {
    std::vector<bool> next(names.size() + 1);
    for (std::size_t i = 0; i <= names.size(); ++i) {
      if (pattern == "**") {
        next[i] = reached[i] || (i > 0 && next[i - 1]);
      } else if (i > 0) {
        next[i] = reached[i - 1] && name_matches(pattern, names[i - 1]);
      }
    }
    reached = std::move(next);
  }
  return reached.back();
}

}  // namespace

bool glob_matches(const std::string& pattern, const std::string& path) {
  const std::size_t slash = pattern.find('/');
  if (slash >= pattern.size() - 1) {
    return name_matches(pattern.substr(0, slash), path.substr(path.rfind('/') + 1));
  }
  return names_match(names_of(pattern), names_of(path));
}

}  // namespace mubiao::cli
