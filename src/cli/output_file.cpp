// Results on their way out: buffered, and files atomically.
//
// Doors: OutputFile, print.

#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace mubiao::cli {
namespace {

constexpr std::size_t kWorthWriting = 1 << 20;

/// The file behind a symbolic link is what gets replaced, not the link. It need not exist yet.
std::string behind_links(std::filesystem::path path) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  std::error_code no_link;
  for (int i = 0; i < kMostLinks; ++i) {
    const std::filesystem::path target = std::filesystem::read_symlink(path, no_link);
    if (no_link) break;
    path = path.parent_path() / target;
  }
  return path.string();
}

/// What a file made by open() would get, for a file that mkstemp made 0600. Looked up before there are threads: there
/// is no way to ask without changing it.
const mode_t default_mode = [] {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666 & ~mask);
}();

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_ == "-") {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  path_ = behind_links(path_);
  // A device or a FIFO is written to as it is.
  struct stat status;
  const bool exists = ::stat(path_.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(std::strerror(errno));
    return;
  }
  descriptor_ = temporary_.create(path_);
  if (descriptor_ < 0) {
    fail(std::strerror(errno));
    return;
  }
  ::fchmod(descriptor_, exists ? status.st_mode & 07777 : default_mode);
}

OutputFile::~OutputFile() {
  if (path_ != "-" && descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.name().empty() && state_ != State::kFinished) ::unlink(temporary_.name().c_str());
}

void OutputFile::fail(std::string what) {
  state_ = State::kFailed;
  error_ = std::move(what);
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && state_ == State::kWriting) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EPIPE) {
      state_ = State::kReaderGone;
    } else if (errno != EINTR) {
      fail(std::strerror(errno));
    }
  }
  buffer_.clear();
}

bool OutputFile::flush_if_large() {
  if (buffer_.size() >= kWorthWriting) flush();
  return state_ == State::kWriting;
}

void OutputFile::put_in_place() {
  if (temporary_.name().empty()) {
    state_ = State::kFinished;
    return;
  }
  const bool placed = ::fsync(descriptor_) == 0 && ::rename(temporary_.name().c_str(), path_.c_str()) == 0;
  if (placed) {
    state_ = State::kFinished;
  } else {
    fail(std::strerror(errno));
  }
}

std::optional<Diagnostic> OutputFile::close() {
  flush();
  if (state_ == State::kWriting) put_in_place();
  if (state_ != State::kFailed) return std::nullopt;
  return file_error("E-WRITE", path_ == "-" ? "stdout" : path_, error_);
}

ExitCode OutputFile::finish(const Messages& messages) {
  const std::optional<Diagnostic> error = close();
  if (error) messages.show(*error);
  return error ? ExitCode::kOutput : ExitCode::kDone;
}

ExitCode print(std::string text, const Messages& messages) {
  OutputFile out("-");
  out.buffer() = std::move(text);
  return out.finish(messages);
}

}  // namespace mubiao::cli
