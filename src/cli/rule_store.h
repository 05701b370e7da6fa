#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "mubiao/rule_files.h"

namespace mubiao::cli {

/// Rule files of the file system. A directory stands for its *.toml, by name. Other files are told apart by what they
/// are, not by the path: however one is reached, links included, it has the name it was first found by.
class FileRuleStore : public RuleStore {
 public:
  Result<std::vector<std::string>> find(const std::string& path, const std::string& from) override;
  Result<std::string> read(const std::string& name, std::size_t max_bytes) override;

 private:
  std::map<std::pair<dev_t, ino_t>, std::string> names_;
};

}  // namespace mubiao::cli
