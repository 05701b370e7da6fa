#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input_list.h"
#include "cli/job.h"

namespace mubiao::cli {

/// Where results go that have a file each.
struct ResultFiles {
  std::string directory;  // empty: they have none
  std::string ending;     // "json"
};

/// A job for each file of a list.
class ListedJobs : public JobSource {
 public:
  ListedJobs(InputList inputs, ResultFiles files);
  std::optional<Job> next() override;
  std::optional<std::size_t> total() const override { return inputs_.paths.size() + inputs_.problems.size(); }

 private:
  InputList inputs_;
  InputCursor cursor_;
  ResultFiles files_;
};

/// The path of a result below the directory of results: that of its document with another ending. What comes from
/// stdin is called stdin. A path from the root keeps what is below it. None if the path leads out of the directory.
std::optional<std::string> result_path(std::string_view kept, const std::string& ending);

/// What is wrong with writing these results (usage): two that would be written over each other, an input that would be
/// overwritten, a path that leads out of the directory. `output` is the file that takes all results, if one does.
std::vector<Diagnostic> check_results(const InputList& inputs, const ResultFiles& files, const std::string& output);

}  // namespace mubiao::cli
