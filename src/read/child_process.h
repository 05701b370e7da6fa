#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mubiao::read {

/// What another program may take. Memory and time of the processor are limits that the system holds it to, so that it
/// ends even where nobody is left to end it.
struct ChildLimits {
  std::size_t output_bytes = std::size_t{256} << 20;
  std::size_t memory_bytes = std::size_t{1} << 30;  // of addresses
  std::chrono::milliseconds time{60'000};           // by the clock; of the processor as much, in whole seconds
};

enum class ChildEnd {
  kExited,
  kSignalled,
  kTooSlow,
  kTooMuchOutput,
  kUnwanted,    // `goes_on` said no
  kNotFound,    // no such program in PATH
  kNotStarted,  // the system would not, see `code`
};

struct ChildResult {
  ChildEnd end = ChildEnd::kExited;
  int code = 0;  // exit status; signal, 0 if nobody knows (a parent that ignores SIGCHLD); errno
  std::string output = {};
  std::string messages = {};  // the first of what it wrote to stderr
};

/// Runs a program with `input` as its stdin, a file that it may seek in, and waits for its end. `command` is its name,
/// which is looked for in the absolute directories of PATH, and its arguments; no shell has a say. It gets no other
/// open file, no environment but PATH and the locale C.UTF-8, no new privileges, and writes no files. However this
/// ends, the program and what it started in its process group are gone; they also go if this process is killed.
/// `goes_on` is asked every few hundredths of a second. May be called from several threads.
ChildResult run_child(const std::vector<std::string>& command, std::string_view input, const ChildLimits& limits,
                      const std::function<bool()>& goes_on = {});

}  // namespace mubiao::read
