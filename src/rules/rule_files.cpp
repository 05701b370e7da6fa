// From paths to rule files and all that they extend, within limits. The door is gather_rule_files.
#include "mubiao/rule_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "rules/extends.h"
#include "rules/source.h"
#include "rules/toml_reader.h"

namespace mubiao {

namespace rules {
namespace {

constexpr std::string_view kStandard = "std";
constexpr std::size_t kMostFiles = 1000;
constexpr std::size_t kMostBytes = 16u << 20;
constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostPaths = 100;    // in one file
constexpr std::size_t kMostLinks = 20000;  // files that paths lead to, in all

Diagnostic refusal(std::string code, std::string message, std::string help = "") {
  return {.code = std::move(code), .message = std::move(message), .help = std::move(help)};
}

// The paths under `extends`. What is no TOML extends nothing: the loader says what is wrong with it.
std::vector<std::string> paths_in(const RuleFile& file) {
  std::vector<std::string> out;
  if (file.text.find("extends") == std::string::npos) return out;
  const std::vector<SourceFile> source = {SourceFile(file)};
  Problems unheard(source);
  const std::optional<Node> root = parse_toml(source.front(), 0, unheard);
  if (!root) return out;
  for (const Node* path : extended_paths(*root)) out.push_back(path->text);
  return out;
}

class Gatherer {
 public:
  Gatherer(RuleStore& store, const std::vector<RuleFile>& standard) : store_(store), standard_(standard) {}

  Result<std::vector<RuleFile>> gather(const std::vector<std::string>& paths) && {
    const bool others = std::any_of(paths.begin(), paths.end(), [](const std::string& p) { return p != kStandard; });
    bool beside_standard = false;
    std::vector<Diagnostic> errors;
    for (const std::string& path : paths) {
      if (path == kStandard && others) {
        beside_standard = true;
        continue;
      }
      const Result<std::vector<std::size_t>> files = open(path, "", 0);
      if (!files) errors.insert(errors.end(), files.error().begin(), files.error().end());
    }
    if (!errors.empty()) return errors;
    const std::size_t roots = files_.size();
    for (std::size_t i = 0; i < files_.size(); ++i) follow(i);
    if (beside_standard) {
      const std::vector<std::size_t> standard = open_standard();
      for (std::size_t i = 0; i < roots; ++i) files_[i].extends.push_back({.files = standard});
    }
    for (std::size_t i = roots; i < files_.size(); ++i) files_[i].named = false;
    part_into_sets(files_);
    return std::move(files_);
  }

 private:
  // Reads what the file extends. What is new comes behind all files that are known, to be followed in its turn.
  void follow(std::size_t index) {
    const std::vector<std::string> paths = paths_in(files_[index]);
    for (const std::string& path : paths) {
      Extended extended;
      if (files_[index].extends.size() == kMostPaths) {
        extended.problem = fmt::format("the file extends more than {} paths", kMostPaths);
      } else if (Result<std::vector<std::size_t>> files = extend(path, index)) {
        extended.files = *std::move(files);
      } else {
        extended.problem = files.error().front().message;
        extended.help = files.error().front().help;
      }
      files_[index].extends.push_back(std::move(extended));
      if (files_[index].extends.size() > kMostPaths) return;
    }
  }

  Result<std::vector<std::size_t>> extend(const std::string& path, std::size_t index) {
    if (path.starts_with('/') || path.find('\0') != std::string::npos) {
      return refusal("E-EXTENDS", "this is no relative path",
                     "write the way from this file to the other: \"base.toml\", \"../base\", or \"std\"");
    }
    const std::string from = files_[index].name;
    Result<std::vector<std::size_t>> files = open(path, from, depth_[index] + 1);
    if (files) return files;
    const Diagnostic& error = files.error().front();
    const std::string& file = error.where.file;
    const std::string which = file.empty() || file == path ? "" : file + ": ";
    return refusal(
        "E-EXTENDS", fmt::format("'{}' cannot be extended: {}{}", path, which, error.message),
        error.help.empty() ? fmt::format("paths are relative to the file they stand in, {}", from) : error.help);
  }

  Result<std::vector<std::size_t>> open(const std::string& path, const std::string& from, std::size_t depth) {
    if (path == kStandard) return open_standard();
    if (links_ > kMostLinks) return refusal("E-LIMIT", fmt::format("the paths lead to more than {} files", kMostLinks));
    const Result<std::vector<std::string>> names = store_.find(path, from);
    if (!names) return names.error();
    links_ += names->size();
    std::vector<std::size_t> out;
    for (const std::string& name : *names) {
      const Result<std::size_t> index = add(name, depth);
      if (!index) return index.error();
      out.push_back(*index);
    }
    return out;
  }

  std::vector<std::size_t> open_standard() {
    if (standard_indexes_.empty()) {
      for (const RuleFile& file : standard_) {
        standard_indexes_.push_back(files_.size());
        files_.push_back({file.name, file.text});
        depth_.push_back(0);
      }
    }
    return standard_indexes_;
  }

  Result<std::size_t> add(const std::string& name, std::size_t depth) {
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    const auto limit = [&](std::string message) {
      Diagnostic out = refusal("E-LIMIT", std::move(message));
      out.where.file = name;
      return out;
    };
    if (depth > kDeepest) return limit(fmt::format("more than {} files extend one another in a row", kDeepest));
    if (by_name_.size() == kMostFiles) return limit(fmt::format("the set has more than {} files", kMostFiles));
    Result<std::string> text = store_.read(name, depth == 0 ? kMostBytes : kLargestFile);
    if (!text) return text.error();
    bytes_ += text->size();
    if (bytes_ > kMostBytes) return limit(fmt::format("the files of the set are larger than {} MiB", kMostBytes >> 20));
    by_name_.emplace(name, files_.size());
    files_.push_back({name, *std::move(text)});
    depth_.push_back(depth);
    return files_.size() - 1;
  }

  RuleStore& store_;
  const std::vector<RuleFile>& standard_;
  std::vector<RuleFile> files_;
  std::vector<std::size_t> depth_;  // of each file: how many extend one another down to it, at least
  std::map<std::string, std::size_t> by_name_;
  std::vector<std::size_t> standard_indexes_;
  std::size_t bytes_ = 0;
  std::size_t links_ = 0;
};

}  // namespace
}  // namespace rules

Result<std::vector<RuleFile>> gather_rule_files(const std::vector<std::string>& paths, RuleStore& store,
                                                const std::vector<RuleFile>& standard) {
  return rules::Gatherer(store, standard).gather(paths);
}

}  // namespace mubiao
