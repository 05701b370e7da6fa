#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "mubiao/rule_files.h"

namespace mubiao {

/// Rule files of a table, by names with slashes. Paths are tidied as a file system without links would.
class MapStore : public RuleStore {
 public:
  explicit MapStore(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  Result<std::vector<std::string>> find(const std::string& path, const std::string& from) override {
    const std::string name = join(from.substr(0, from.rfind('/') + 1) + path);
    if (files_.contains(name)) return std::vector<std::string>{name};
    std::vector<std::string> found;
    const std::string folder = name.empty() ? "" : name + "/";
    for (const auto& [each, text] : files_) {
      if (each.starts_with(folder) && each.find('/', folder.size()) == std::string::npos) found.push_back(each);
    }
    if (found.empty()) return Diagnostic{.code = "E-READ", .message = "No such file", .where = {.file = name}};
    return found;
  }

  Result<std::string> read(const std::string& name, std::size_t max_bytes) override {
    ++reads;
    const std::string& text = files_.at(name);
    if (text.size() > max_bytes) return Diagnostic{.code = "E-LIMIT", .message = "larger", .where = {.file = name}};
    return text;
  }

  std::size_t reads = 0;

 private:
  // "a/../b/./c" is "b/c".
  static std::string join(const std::string& path) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t end = std::min(path.find('/', at), path.size());
      const std::string part = path.substr(at, end - at);
      at = end + 1;
      if (part == ".." && !parts.empty() && parts.back() != "..") {
        parts.pop_back();
      } else if (!part.empty() && part != ".") {
        parts.push_back(part);
      }
    }
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
    return out;
  }

  std::map<std::string, std::string> files_;
};

}  // namespace mubiao
