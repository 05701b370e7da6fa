#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/job.h"
#include "cli/messages.h"

namespace mubiao::cli {

/// How far a batch is, on one line of stderr that rewrites itself: documents done, MB/s, failures, time left. Only at a
/// terminal, only once the work has taken a second, never when quiet. For several threads.
class Progress {
 public:
  /// `total` is the number of documents, where it is known.
  Progress(const Messages& messages, std::optional<std::size_t> total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more document is done.
  void advance(const Outcome& outcome);
  /// Takes the line away and shows messages.
  void show(const std::vector<Diagnostic>& diagnostics);
  /// Takes the line away.
  void clear();
  /// Since the start.
  double seconds() const;

 private:
  void clear_line();
  std::string line(double now) const;

  const Messages& messages_;
  const std::optional<std::size_t> total_;
  const bool wanted_;
  const std::chrono::steady_clock::time_point started_;
  std::mutex mutex_;  // of stderr, and of what follows
  bool shown_ = false;
  double last_ = 0;
  std::size_t done_ = 0;
  std::size_t failures_ = 0;
  std::size_t bytes_ = 0;
};

/// "12.3 MB/s"; empty where the time is too short to tell.
std::string rate(std::size_t bytes, double seconds);

}  // namespace mubiao::cli
