#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mubiao::cli {

/// Paths of files, a million of them if need be: their text in a few large blocks, and a pointer each.
class PathList {
 public:
  /// `tag` is a number to keep with it: for files to read, where the part of the path begins that the result keeps
  /// below the directory of results.
  void add(std::string_view path, std::size_t tag = 0);

  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  /// Ends in a zero byte, and stays where it is.
  const char* path(std::size_t i) const { return entries_[i] + sizeof(std::uint32_t); }
  std::string_view kept(std::size_t i) const { return path(i) + tag(i); }
  /// The number that came with the path.
  std::size_t tag(std::size_t i) const;
  /// By their bytes.
  void sort();

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_ = 0;  // in the last block
  char* next_ = nullptr;
  std::vector<const char*> entries_;  // each: the tag, the path, a zero byte
};

}  // namespace mubiao::cli
