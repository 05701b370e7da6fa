// The start of another program: what it is kept from is taken from it before it runs.
//
// Doors: start_child, make_pipe, make_file.

#include "read/child_start.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace mubiao::read {
namespace {

constexpr int kCannotRun = 127;  // as shells say it

/// What was started without stdin opens its next file in the place where a child is to have another one.
Descriptor above_standard_files(int value) {
  if (value < 0 || value > STDERR_FILENO) return Descriptor(value);
  const Descriptor low(value);
  return Descriptor(::fcntl(value, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

bool limit(__rlimit_resource_t resource, rlim_t most, rlim_t more = 0) {
  struct rlimit now;
  if (::getrlimit(resource, &now) != 0) return false;
  const struct rlimit limits = {.rlim_cur = std::min(most, now.rlim_max),
                                .rlim_max = std::min(most + more, now.rlim_max)};
  return ::setrlimit(resource, &limits) == 0;
}

/// What the new process does until it is another program: only what may be done while other threads of the old one
/// held who knows which locks.
[[noreturn]] void become(const char* program, char* const* arguments, char* const* environment,
                         const std::array<int, 3>& files, const ChildLimits& limits, pid_t parent) {
  ::setpgid(0, 0);
  // Whose parent was killed before this was said is told by its new one.
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent) ::_exit(kCannotRun);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) ::_exit(kCannotRun);
  for (const int signal : {SIGPIPE, SIGXFSZ, SIGCHLD, SIGINT, SIGTERM, SIGHUP}) ::signal(signal, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  for (int i = 0; i < 3; ++i) {
    if (::dup2(files[static_cast<std::size_t>(i)], i) < 0) ::_exit(kCannotRun);
  }
  ::close_range(STDERR_FILENO + 1, ~0U, 0);
  const auto seconds = static_cast<rlim_t>(limits.time.count() / 1000 + 1);
  // Of time it is told, a second before it is killed. Memory comes last: this copy of the parent may be larger.
  const bool is_limited = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CPU, seconds, 1) &&
                          limit(RLIMIT_AS, limits.memory_bytes);
  if (is_limited) ::execve(program, arguments, environment);
  ::_exit(kCannotRun);
}

}  // namespace

void Descriptor::close() {
  if (value_ >= 0) ::close(std::exchange(value_, -1));
}

Pipe make_pipe() {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {Descriptor(-1), Descriptor(-1)};
  Pipe pipe{above_standard_files(ends[0]), above_standard_files(ends[1])};
  if (pipe.is_open()) ::fcntl(pipe.reader.get(), F_SETFL, O_NONBLOCK);
  return pipe;
}

Descriptor make_file(std::string_view bytes) {
  Descriptor file = above_standard_files(::memfd_create("document", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Descriptor(-1);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (file.is_open() && ::lseek(file.get(), 0, SEEK_SET) != 0) return Descriptor(-1);
  return file;
}

pid_t start_child(const std::string& program, const std::vector<std::string>& arguments,
                  const std::array<int, 3>& files, const ChildLimits& limits) {
  std::vector<std::string> words = arguments;
  const char* path = std::getenv("PATH");
  std::vector<std::string> settings = {"LANG=C.UTF-8"};
  if (path != nullptr) settings.push_back(std::string("PATH=") + path);
  const std::vector<char*> argument_list = pointers_to(words);
  const std::vector<char*> environment = pointers_to(settings);
  const pid_t parent = ::getpid();
  const pid_t id = ::fork();
  if (id == 0) become(program.c_str(), argument_list.data(), environment.data(), files, limits, parent);
  if (id > 0) ::setpgid(id, id);  // whoever of the two is first
  return id;
}

}  // namespace mubiao::read
