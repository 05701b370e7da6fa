// Files that are not finished, for the signals that end the program.
//
// The handler runs on any thread while others make files. It may neither see a name that is being changed nor miss a
// file that is being made: changes of the table are counted, with signals blocked on the thread that changes, and the
// handler first stops new ones, then waits for those under way.
//
// Doors: handle_signals, UnfinishedFile.

#include "cli/unfinished_files.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include "cli/pipeline.h"

namespace mubiao::cli {
namespace {

// A handler can touch nothing but C strings in a fixed table. Each thread has one file at most, and -o is one more.
constexpr std::size_t kSlots = 2 * kMostThreads;
std::array<std::atomic<const char*>, kSlots> unfinished{};
std::atomic<int> changes = 0;  // under way
std::atomic<bool> ending = false;
constexpr std::array kEndingSignals = {SIGINT, SIGTERM, SIGHUP};

/// While it lives, this thread may change the table. Does not return from its constructor once the program is ending.
class TableChange {
 public:
  TableChange() {
    sigset_t block;
    sigemptyset(&block);
    for (const int signal : kEndingSignals) sigaddset(&block, signal);
    pthread_sigmask(SIG_BLOCK, &block, &before_);
    ++changes;
    if (!ending) return;
    --changes;
    for (;;) ::pause();
  }
  ~TableChange() {
    --changes;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  TableChange(const TableChange&) = delete;
  TableChange& operator=(const TableChange&) = delete;

 private:
  sigset_t before_;
};

int take_slot(const char* path) {
  for (std::size_t i = 0; i < kSlots; ++i) {
    const char* empty = nullptr;
    if (unfinished[i].compare_exchange_strong(empty, path)) return static_cast<int>(i);
  }
  return -1;
}

extern "C" void remove_unfinished_and_end(int signal) {
  constexpr int kPatience = 2000;  // milliseconds for changes under way: a file system may hang
  ending = true;
  for (int i = 0; i < kPatience && changes > 0; ++i) {
    const timespec moment = {.tv_sec = 0, .tv_nsec = 1'000'000};
    ::nanosleep(&moment, nullptr);
  }
  for (const auto& entry : unfinished) {
    if (const char* path = entry.load()) ::unlink(path);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void handle_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGCHLD, SIG_DFL);  // who ignores it does not learn how a child ended
  struct sigaction action = {};
  action.sa_handler = remove_unfinished_and_end;
  // A second signal must not cut the removing short.
  for (const int signal : kEndingSignals) sigaddset(&action.sa_mask, signal);
  for (const int signal : kEndingSignals) {
    struct sigaction inherited = {};
    // A shell that runs the program in the background has it ignore SIGINT: leave that so.
    if (sigaction(signal, nullptr, &inherited) == 0 && inherited.sa_handler != SIG_IGN) {
      sigaction(signal, &action, nullptr);
    }
  }
}

int UnfinishedFile::create(const std::string& stem) {
  std::string name = stem + ".XXXXXX";
  const TableChange change;
  const int descriptor = ::mkstemp(name.data());
  if (descriptor < 0) return descriptor;
  name_ = std::move(name);
  slot_ = take_slot(name_.c_str());
  return descriptor;
}

void UnfinishedFile::forget() {
  if (slot_ >= 0) {
    const TableChange change;
    unfinished[static_cast<std::size_t>(slot_)] = nullptr;
  }
  slot_ = -1;
  name_.clear();
}

}  // namespace mubiao::cli
