#pragma once

#include <string>
#include <string_view>

#include "mubiao/diagnostic.h"

namespace mubiao::cli {

/// A problem with the arguments: no place in a file, only words and a mend.
Diagnostic usage_error(std::string message, std::string help = "");

/// A problem with an input or output as a whole.
Diagnostic file_error(std::string code, std::string file, std::string message, std::string help = "");

/// "1 rule", "2 rules".
std::string counted(std::size_t count, std::string_view thing);

/// Whether the stream of this file descriptor may be coloured: `choice` is auto, always or never; auto
/// asks for a terminal, no NO_COLOR, and a TERM that is not dumb.
bool use_color(std::string_view choice, int descriptor);

/// Everything the program says beside its results, on stderr.
class Messages {
 public:
  /// `color` is for stderr, `color_results` for what commands write to stdout.
  Messages(bool color, bool quiet, bool color_results = false)
      : color_(color), quiet_(quiet), color_results_(color_results) {}

  /// Errors always; warnings and notes unless quiet.
  void show(const Diagnostic& diagnostic) const;
  void show(const std::vector<Diagnostic>& diagnostics) const {
    for (const Diagnostic& diagnostic : diagnostics) show(diagnostic);
  }
  bool quiet() const { return quiet_; }
  bool color_results() const { return color_results_; }

 private:
  bool color_;
  bool quiet_;
  bool color_results_;
};

/// "3 of 600 documents" on one line of stderr that rewrites itself: only at a terminal, only once the
/// work has taken a second, never when quiet.
class Progress {
 public:
  Progress(const Messages& messages, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void advance();
  /// Takes the line away, so that a message can be written.
  void clear();

 private:
  bool wanted_;
  bool shown_ = false;
  std::size_t total_;
  std::size_t done_ = 0;
  double started_;
  double last_ = 0;
};

}  // namespace mubiao::cli
