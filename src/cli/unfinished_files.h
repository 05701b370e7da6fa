#pragma once

#include <string>

namespace mubiao::cli {

/// SIGINT, SIGTERM and SIGHUP remove unfinished files and then end the program as they always do; a closed pipe and a
/// file that may not grow are errors of write() and not signals. Call once, before there are threads and files.
void handle_signals();

/// A file that is not to stay if a signal ends the program before it is finished.
class UnfinishedFile {
 public:
  UnfinishedFile() = default;
  ~UnfinishedFile() { forget(); }
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  /// Makes and opens a file of a new name that begins with `stem`. The descriptor; -1 with errno after a failure.
  int create(const std::string& stem);
  /// Empty if there is none.
  const std::string& name() const { return name_; }
  /// It is finished, or gone.
  void forget();

 private:
  std::string name_;
  int slot_ = -1;
};

}  // namespace mubiao::cli
