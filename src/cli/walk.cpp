// The documents below a directory. Names are any bytes; the order is theirs, so it is the same everywhere.
//
// Door: walk.

#include "cli/walk.h"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "cli/glob.h"
#include "cli/messages.h"

namespace mubiao::cli {
namespace {

// Paths below it are too long for the system, or nearly.
constexpr std::size_t kDeepest = 1000;

bool ends_in_small_letters(std::string_view name, std::string_view ending) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return name.size() >= ending.size() && std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                                                    [&](char want, char have) { return want == small(have); });
}

class Walk {
 public:
  Walk(const std::string& root, bool keep_whole, const InputSearch& search, InputList& out)
      : below_(root.size() + (root.ends_with('/') ? 0 : 1)),
        kept_(keep_whole ? 0 : below_),
        search_(search),
        out_(out) {
    // The named directory is walked anyway, even if it is the one to skip.
    mark(search.skip_directory);
    mark(root);
    visit(root, 0);
  }

 private:
  using Id = std::pair<dev_t, ino_t>;
  static Id id(const struct stat& status) { return {status.st_dev, status.st_ino}; }

  /// Not to be walked from now on.
  void mark(const std::string& directory) {
    struct stat status;
    if (!directory.empty() && ::stat(directory.c_str(), &status) == 0) seen_.insert(id(status));
  }
  void fail(const std::string& path, const std::string& why) { out_.add_problem(file_error("E-READ", path, why)); }

  bool matches_any(const std::vector<std::string>& patterns, const std::string& path) const {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return glob_matches(pattern, path.substr(below_)); });
  }
  bool is_wanted_name(const std::string& path) const {
    if (!search_.include.empty()) return matches_any(search_.include, path);
    return std::any_of(search_.endings.begin(), search_.endings.end(),
                       [&](const std::string& ending) { return ends_in_small_letters(path, ending); });
  }

  /// Names in a directory, by their bytes. Before each stands the type that the system tells, if it does.
  bool list(const std::string& directory, PathList& names) {
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(directory.c_str()), ::closedir);
    if (!stream) {
      fail(directory, std::strerror(errno));
      return false;
    }
    for (;;) {
      errno = 0;
      const dirent* entry = ::readdir(stream.get());
      if (entry == nullptr) break;
      if (entry->d_name[0] != '.') names.add(entry->d_name, entry->d_type);
    }
    if (errno != 0) fail(directory, std::strerror(errno));
    names.sort();
    return true;
  }

  void visit(std::string directory, std::size_t depth) {
    if (depth > kDeepest) return fail(directory, fmt::format("more than {} directories, one in the other", kDeepest));
    PathList names;
    if (!list(directory, names)) return;
    if (!directory.ends_with('/')) directory += '/';
    for (std::size_t i = 0; i < names.size(); ++i) entry(directory + names.path(i), names.tag(i), depth);
  }

  void entry(const std::string& path, std::size_t type, std::size_t depth) {
    const bool could_be_file = type != DT_DIR && is_wanted_name(path);
    if (type == DT_REG && !could_be_file) return;
    if (matches_any(search_.exclude, path)) return;
    struct stat status = {};
    if (type != DT_REG && ::stat(path.c_str(), &status) != 0) {
      // A link to nowhere, with the name of a document: that it cannot be read is told when it is read.
      if (could_be_file) out_.paths.add(path, kept_);
      return;
    }
    if (type == DT_REG || S_ISREG(status.st_mode)) {
      if (could_be_file) out_.paths.add(path, kept_);
    } else if (S_ISDIR(status.st_mode) && seen_.insert(id(status)).second) {
      visit(path, depth + 1);
    }
  }

  std::size_t below_;  // where paths below the root begin
  std::size_t kept_;
  const InputSearch& search_;
  InputList& out_;
  std::set<Id> seen_;
};

}  // namespace

void walk(const std::string& directory, bool keep_whole, const InputSearch& search, InputList& out) {
  Walk(directory, keep_whole, search, out);
}

}  // namespace mubiao::cli
