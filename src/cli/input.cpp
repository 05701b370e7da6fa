// Reads inputs: files whole, stdin, anything else that can be read to its end.
//
// Doors: read_file, list_directory, for_each_document.

#include "cli/input.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/progress.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

/// Closes a file descriptor that was opened here; stdin stays open. A FIFO is open at once, whether or not anyone
/// writes.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : owned_(path != "-"), value_(owned_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK) : STDIN_FILENO) {}
  ~Descriptor() {
    if (owned_ && value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  bool owned_;
  int value_;
};

Diagnostic read_error(const std::string& path, int error) {
  std::string help;
  if (error == EISDIR) help = "name the files in it, for example " + path + "/*.txt";
  return file_error("E-READ", path, error == EISDIR ? "is a directory" : std::strerror(error), help);
}

Diagnostic too_large(const std::string& path, std::size_t max_bytes) {
  return file_error("E-SIZE", path, "larger than " + std::to_string(max_bytes) + " bytes",
                    "raise the limit with --max-bytes");
}

/// Waits until there is something to read, or the end. False if that is not worth it any more.
bool wait_for_input(int descriptor, const GoesOn& goes_on) {
  constexpr int kSlice = 50;  // milliseconds
  for (;;) {
    if (goes_on && !goes_on()) return false;
    struct pollfd readable = {.fd = descriptor, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&readable, 1, kSlice);
    if (ready > 0 || (ready < 0 && errno != EINTR && errno != EAGAIN)) return true;
  }
}

}  // namespace

bool stdin_is_terminal() { return isatty(STDIN_FILENO); }

Diagnostic time_error(std::string name) {
  return file_error("E-TIME", std::move(name), "took longer than it may", "--timeout-per-file says how long");
}

Result<std::string> read_file(const std::string& path, std::size_t max_bytes, const GoesOn& goes_on) {
  const Descriptor file(path);
  struct stat status;
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return read_error(path, errno);
  if (S_ISDIR(status.st_mode)) return read_error(path, EISDIR);
  const std::size_t expected = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  if (expected > max_bytes) return too_large(path, max_bytes);

  // One byte more than the file has, so that the read that fills it also sees the end.
  constexpr std::size_t kChunk = 64 * 1024;
  constexpr std::size_t kMostAtOnce = std::size_t{16} << 20;
  std::string bytes(expected > 0 ? expected + 1 : kChunk, '\0');
  std::size_t filled = 0;
  for (;;) {
    if (!wait_for_input(file.get(), goes_on)) return time_error(path);
    const std::size_t room = std::min(bytes.size() - filled, kMostAtOnce);
    const ssize_t count = ::read(file.get(), bytes.data() + filled, room);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) return read_error(path, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > max_bytes) return too_large(path, max_bytes);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  return bytes;
}

Result<std::vector<std::string>> list_directory(const std::string& directory,
                                                const std::function<bool(const std::string& name)>& wanted,
                                                const std::string& none) {
  std::error_code error;
  std::vector<std::string> found;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    if (wanted(entry->path().filename().string())) found.push_back(entry->path().string());
  }
  if (error) return file_error("E-READ", directory, error.message());
  if (found.empty()) return file_error("E-READ", directory, none);
  std::sort(found.begin(), found.end());
  return found;
}

ExitCode for_each_document(const Inputs& inputs, const Messages& messages, const UseDocument& use) {
  ExitCode exit = ExitCode::kDone;
  Progress progress(messages, inputs.paths.size());
  for (const std::string& path : inputs.paths) {
    Outcome outcome;
    bool wanted = true;
    const auto fail = [&outcome](const std::vector<Diagnostic>& errors) {
      outcome.diagnostics = errors;
      outcome.status = ExitCode::kInputs;
    };
    if (Result<std::string> bytes = read_file(path, inputs.max_bytes); !bytes) {
      fail(bytes.error());
    } else if (const Result<Document> document = read_document(path, std::move(*bytes), inputs.read); !document) {
      fail(document.error());
    } else {
      progress.show(document->warnings());
      outcome.bytes = document->byte_size();
      wanted = use(path, *document);
    }
    if (messages.verbose() && outcome.status == ExitCode::kDone) {
      outcome.diagnostics.push_back(
          Diagnostic{.severity = Severity::kNote, .message = counted(outcome.bytes, "byte"), .where = {.file = path}});
    }
    exit = worse(exit, outcome.status);
    progress.advance(outcome);
    progress.show(outcome.diagnostics);
    if (!wanted || (exit != ExitCode::kDone && inputs.fail_fast)) break;
  }
  return exit;
}

}  // namespace mubiao::cli
