#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/job.h"
#include "cli/messages.h"
#include "cli/unfinished_files.h"

namespace mubiao::cli {

/// Where results go: stdout ("-"), or a file that appears whole under its name or not at all: it is
/// written under another name in the same directory, synced, and renamed. Not finished, or ended by
/// SIGINT, SIGTERM or SIGHUP, it leaves nothing behind.
class OutputFile : public Outlet {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile() override;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Append results here, then call flush_if_large() or finish().
  std::string& buffer() override { return buffer_; }
  /// Writes the buffer if it is worth a system call. False, from the start if need be, if there is no use in going on:
  /// the reader has gone, or writing failed.
  bool flush_if_large() override;
  /// Writes the rest and puts the file in place. An error (E-WRITE) if that or any writing failed; none if the reader
  /// of a pipe went away, since it has seen all it wanted.
  std::optional<Diagnostic> close();
  /// The same, with the error as a message: kDone or kOutput.
  ExitCode finish(const Messages& messages);

 private:
  enum class State { kWriting, kReaderGone, kFailed, kFinished };
  void flush();
  void fail(std::string what);
  void put_in_place();

  std::string path_;
  UnfinishedFile temporary_;  // none for stdout
  int descriptor_ = -1;
  std::string buffer_;
  State state_ = State::kWriting;
  std::string error_;
};

/// Writes `text` to stdout and finishes.
ExitCode print(std::string text, const Messages& messages);

}  // namespace mubiao::cli
