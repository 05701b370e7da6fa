// Rule files of the file system: named on the command line, or by another rule file, which is not to be trusted.
//
// Door: FileRuleStore.

#include "cli/rule_store.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/input.h"
#include "cli/messages.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

/// A path of `from`, seen from here. Dots are taken out unless that leads elsewhere, by way of a link.
std::string seen_from_here(const std::string& path, const std::string& from) {
  if (from.empty()) return path;
  const fs::path joined = fs::path(from).parent_path() / path;
  const fs::path tidy = joined.lexically_normal();
  std::error_code error;
  return (fs::equivalent(joined, tidy, error) ? tidy : joined).string();
}

bool is_rule_file(const std::string& name) { return fs::path(name).extension() == ".toml"; }

}  // namespace

Result<std::vector<std::string>> FileRuleStore::find(const std::string& path, const std::string& from) {
  if (path == "-" && from.empty()) return std::vector<std::string>{path};
  const std::string here = seen_from_here(path, from);
  struct stat status;
  if (::stat(here.c_str(), &status) != 0) return file_error("E-READ", here, std::strerror(errno));
  std::vector<std::string> names = {here};
  if (S_ISDIR(status.st_mode)) {
    Result<std::vector<std::string>> files =
        list_directory(here, is_rule_file, "no rule files (*.toml) in this directory");
    if (!files) return files;
    names = *std::move(files);
  } else if (!from.empty() && !is_rule_file(here)) {
    return file_error("E-READ", here, "no rule file", "names of rule files end in .toml");
  } else if (from.empty() && !S_ISREG(status.st_mode)) {
    return names;  // <(…) of a shell is a pipe, and is read once
  }
  for (std::string& name : names) {
    if (::stat(name.c_str(), &status) != 0) return file_error("E-READ", name, std::strerror(errno));
    if (!S_ISREG(status.st_mode)) return file_error("E-READ", name, "no regular file");
    name = names_.try_emplace({status.st_dev, status.st_ino}, name).first->second;
  }
  return names;
}

Result<std::string> FileRuleStore::read(const std::string& name, std::size_t max_bytes) {
  Result<std::string> text = read_file(name, max_bytes);
  if (text || text.error().front().code != "E-SIZE") return text;
  return file_error("E-LIMIT", name, fmt::format("larger than {} MiB", max_bytes >> 20),
                    "split it into several files of one set");
}

}  // namespace mubiao::cli
