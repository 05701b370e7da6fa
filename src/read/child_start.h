#pragma once

#include <sys/types.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/child_process.h"

namespace mubiao::read {

/// An open file that is closed once.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor() { close(); }
  bool is_open() const { return value_ >= 0; }
  int get() const { return value_; }
  void close();

 private:
  int value_;
};

struct Pipe {
  Descriptor reader;  // which does not wait
  Descriptor writer;
  bool is_open() const { return reader.is_open() && writer.is_open(); }
};

/// Not open if there can be none (errno).
Pipe make_pipe();

/// A file in memory that holds these bytes, at its beginning. Not open if there can be none (errno).
Descriptor make_file(std::string_view bytes);

/// Starts `program` with these arguments, the first of which is its name, and these files as stdin, stdout and stderr.
/// It leads a process group of its own. -1 if there can be none (errno); what cannot be run exits with status 127.
pid_t start_child(const std::string& program, const std::vector<std::string>& arguments,
                  const std::array<int, 3>& files, const ChildLimits& limits);

}  // namespace mubiao::read
