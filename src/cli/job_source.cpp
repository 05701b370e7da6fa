// Which documents a batch has, and where the result of each goes.
//
// Doors: ListedJobs, result_path, check_results.

#include "cli/job_source.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/clashes.h"
#include "cli/messages.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

using FileId = std::pair<dev_t, ino_t>;

constexpr std::size_t kMostErrors = 20;  // of a kind; the rest is counted

std::optional<FileId> id_of(const char* path) {
  struct stat status;
  if (::stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileId(status.st_dev, status.st_ino);
}

/// Nothing in it is anything but a name: most paths, which a million of is worth telling apart.
bool is_plain(std::string_view path) {
  return !path.empty() && path.front() != '/' && path.back() != '/' && path.back() != '.' &&
         path.find("//") == std::string_view::npos && path.find("./") == std::string_view::npos;
}

std::string path_in(const ResultFiles& files, const PathList& paths, std::size_t i) {
  return (fs::path(files.directory) / result_path(paths.kept(i), files.ending).value_or("")).string();
}

/// Errors of one kind, of which there may be as many as inputs.
class Errors {
 public:
  explicit Errors(std::vector<Diagnostic>& out) : out_(out) {}
  ~Errors() {
    if (count_ > kMostErrors) out_.push_back(usage_error(fmt::format("and {} more like this", count_ - kMostErrors)));
  }
  void add(std::string message, std::string help = "") {
    if (++count_ <= kMostErrors) out_.push_back(usage_error(std::move(message), std::move(help)));
  }

 private:
  std::vector<Diagnostic>& out_;
  std::size_t count_ = 0;
};

void check_clashes(const InputList& inputs, const ResultFiles& files, std::vector<Diagnostic>& out) {
  const PathList& paths = inputs.paths;
  Errors errors(out);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!result_path(paths.kept(i), files.ending)) {
      errors.add(fmt::format("the result of {} would be written outside of {}", paths.path(i), files.directory),
                 "name it by a path without '..'");
    }
  }
  const auto name = [&](std::size_t i) { return result_path(paths.kept(i), files.ending).value_or(""); };
  for (const auto& [first, second] : find_clashes(paths.size(), name)) {
    const std::string where = path_in(files, paths, first);
    if (std::string_view(paths.path(first)) == paths.path(second)) {
      errors.add(fmt::format("{} is named twice, and would be written to {} twice", paths.path(first), where));
    } else if (name(first) == name(second)) {
      errors.add(
          fmt::format("{} and {} would both be written to {}", paths.path(first), paths.path(second), where),
          "rename one, or write them to directories of their own; below a directory that is named they keep theirs");
    } else {
      errors.add(fmt::format("{} and {} would be written to {} and {}, where one is a directory of the other",
                             paths.path(first), paths.path(second), where, path_in(files, paths, second)),
                 "rename one, or write them to directories of their own");
    }
  }
}

/// Only files that are there already can be inputs.
std::vector<FileId> existing_results(const InputList& inputs, const ResultFiles& files, const std::string& output) {
  std::vector<FileId> out;
  const auto add = [&out](const std::string& path) {
    if (const std::optional<FileId> id = id_of(path.c_str())) out.push_back(*id);
  };
  if (!files.directory.empty()) {
    for (std::size_t i = 0; i < inputs.paths.size(); ++i) add(path_in(files, inputs.paths, i));
  } else if (output != "-") {
    add(output);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

ListedJobs::ListedJobs(InputList inputs, ResultFiles files) : inputs_(std::move(inputs)), files_(std::move(files)) {}

std::optional<Job> ListedJobs::next() {
  if (const Diagnostic* problem = cursor_.next_problem(inputs_)) {
    return Job{.path = problem->where.file, .name = problem->where.file, .problems = {*problem}, .is_document = false};
  }
  const std::optional<std::size_t> i = cursor_.next_path(inputs_);
  if (!i) return std::nullopt;
  const std::string path = inputs_.paths.path(*i);
  return Job{.path = path, .name = path, .output = files_.directory.empty() ? "" : path_in(files_, inputs_.paths, *i)};
}

std::optional<std::string> result_path(std::string_view kept, const std::string& ending) {
  if (kept == "-") kept = "stdin";
  if (is_plain(kept)) {
    const std::size_t dot = kept.rfind('.');
    const bool has_ending = dot != std::string_view::npos && dot > 0 && kept.find('/', dot) == std::string_view::npos &&
                            kept[dot - 1] != '/';
    return std::string(kept.substr(0, has_ending ? dot : kept.size())) + "." + ending;
  }
  fs::path path = fs::path(kept).lexically_normal().relative_path();
  if (!path.has_filename()) path = path.parent_path();
  if (path.empty() || *path.begin() == ".." || path == ".") return std::nullopt;
  return path.replace_extension(ending).string();
}

std::vector<Diagnostic> check_results(const InputList& inputs, const ResultFiles& files, const std::string& output) {
  std::vector<Diagnostic> out;
  if (!files.directory.empty()) check_clashes(inputs, files, out);
  const std::vector<FileId> results = existing_results(inputs, files, output);
  Errors errors(out);
  for (std::size_t i = 0; i < inputs.paths.size() && !results.empty(); ++i) {
    const std::optional<FileId> id = id_of(inputs.paths.path(i));
    if (id && std::binary_search(results.begin(), results.end(), *id)) {
      errors.add(fmt::format("{} would be overwritten", inputs.paths.path(i)));
    }
  }
  return out;
}

}  // namespace mubiao::cli
