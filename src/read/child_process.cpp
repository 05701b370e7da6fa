// Another program, with bytes in and text out, kept within limits.
//
// Door: run_child.

#include "read/child_process.h"

#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "read/child_start.h"

namespace mubiao::read {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostMessages = 4096;  // bytes

/// Of a program in the absolute directories of PATH: what lies in the working directory is not run. Empty if none.
std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view directories = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!directories.empty()) {
    const std::string_view directory = directories.substr(0, directories.find(':'));
    directories.remove_prefix(std::min(directory.size() + 1, directories.size()));
    if (!directory.starts_with('/')) continue;
    std::string program = std::string(directory) + "/" + name;
    if (::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

/// A running program. It is gone when this is.
class Child {
 public:
  Child(pid_t id, const ChildLimits& limits)
      : id_(id),
        ended_(static_cast<int>(::syscall(SYS_pidfd_open, id, 0))),
        limits_(limits),
        end_(Clock::now() + limits.time) {}
  ~Child() {
    if (!reaped_) reap();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Takes in what it writes until it ends or is to be ended.
  ChildResult run(Pipe& output, Pipe& messages, const std::function<bool()>& goes_on) {
    ChildResult result;
    bool has_ended = false;
    while (!has_ended) {
      if (goes_on && !goes_on()) result.end = ChildEnd::kUnwanted;
      if (Clock::now() >= end_) result.end = ChildEnd::kTooSlow;
      if (result.end != ChildEnd::kExited) break;
      wait(output, messages);
      has_ended = has_exited();  // asked before the last of it is read
      if (!take(output, limits_.output_bytes, result.output)) result.end = ChildEnd::kTooMuchOutput;
      take(messages, kMostMessages, result.messages);
      if (result.end != ChildEnd::kExited) break;
    }
    finish(result, has_ended);
    return result;
  }

 private:
  void wait(const Pipe& output, const Pipe& messages) const {
    constexpr int kSlice = 50;         // milliseconds
    constexpr int kSliceWithout = 10;  // where the system does not tell its end
    std::array<struct pollfd, 3> from = {{{.fd = output.reader.get(), .events = POLLIN, .revents = 0},
                                          {.fd = messages.reader.get(), .events = POLLIN, .revents = 0},
                                          {.fd = ended_.get(), .events = POLLIN, .revents = 0}}};
    ::poll(from.data(), from.size(), ended_.is_open() ? kSlice : kSliceWithout);
  }

  bool has_exited() const {
    siginfo_t info = {};
    const int failed = ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT);
    return failed != 0 ? errno == ECHILD : info.si_pid == id_;
  }

  /// Reads what is there; closes the pipe at its end. False if there is more than `most`, which is left out.
  static bool take(Pipe& pipe, std::size_t most, std::string& into) {
    std::array<char, 64 * 1024> buffer;
    while (pipe.reader.is_open()) {
      const ssize_t count = ::read(pipe.reader.get(), buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && errno == EAGAIN) return true;
      if (count <= 0) {
        pipe.reader.close();
        return true;
      }
      const std::size_t room = most - into.size();
      into.append(buffer.data(), std::min(static_cast<std::size_t>(count), room));
      if (static_cast<std::size_t>(count) > room) return false;
    }
    return true;
  }

  void finish(ChildResult& result, bool has_ended) {
    const int status = reap();
    if (!has_ended || result.end != ChildEnd::kExited) return;
    if (WIFEXITED(status)) {
      result.code = WEXITSTATUS(status);
      return;
    }
    result.end = ChildEnd::kSignalled;
    result.code = status > 0 ? WTERMSIG(status) : 0;
    if (result.code == SIGXCPU) result.end = ChildEnd::kTooSlow;
  }

  /// Ends it and what it left, while its id is still its own. -1 if its status is lost.
  int reap() {
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
    int status = -1;
    while (::waitpid(id_, &status, 0) < 0) {
      if (errno != EINTR) break;
    }
    reaped_ = true;
    return status;
  }

  pid_t id_;
  Descriptor ended_;
  const ChildLimits& limits_;
  Clock::time_point end_;
  bool reaped_ = false;
};

}  // namespace

ChildResult run_child(const std::vector<std::string>& command, std::string_view input, const ChildLimits& limits,
                      const std::function<bool()>& goes_on) {
  const std::string program = find_program(command.front());
  if (program.empty()) return {.end = ChildEnd::kNotFound};
  const Descriptor file = make_file(input);
  Pipe output = make_pipe();
  Pipe messages = make_pipe();
  if (!file.is_open() || !output.is_open() || !messages.is_open()) {
    return {.end = ChildEnd::kNotStarted, .code = errno};
  }
  const pid_t id = start_child(program, command, {file.get(), output.writer.get(), messages.writer.get()}, limits);
  if (id < 0) return {.end = ChildEnd::kNotStarted, .code = errno};
  Child child(id, limits);
  output.writer.close();
  messages.writer.close();
  return child.run(output, messages, goes_on);
}

}  // namespace mubiao::read
