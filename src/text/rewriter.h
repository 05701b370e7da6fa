#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "mubiao/offset_map.h"

namespace mubiao {

/// A text made of another one, and the way back.
struct Rewritten {
  std::string text;
  OffsetMap map;
};

/// Makes a text of another one, from its front to its end. Nothing is copied before the first change, so that a stage
/// that has nothing to do costs a look at the text. `spare` is memory to write to, taken if there is a change: the
/// stages of a large document take turns on two buffers, which the system would have to find and clear page by page
/// each time.
class Rewriter {
 public:
  Rewriter(std::string_view source, std::string& spare) : source_(source), spare_(spare) {}

  /// First source byte that is not yet decided on.
  std::size_t place() const { return done_; }
  /// The new text so far.
  std::string_view written() const {
    return changed_ ? std::string_view(out_.text.data(), size_) : source_.substr(0, done_);
  }

  /// Copies the source up to `end`.
  void keep(std::size_t end) {
    if (changed_ && end > done_) {
      out_.map.append_copy(end - done_);
      write(source_.substr(done_, end - done_));
    }
    done_ = end;
  }
  /// `by` stands for the source up to `end`, as a whole.
  void replace(std::string_view by, std::size_t end) {
    if (by.empty()) return drop(end);
    if (by == source_.substr(done_, end - done_)) return keep(end);
    if (!changed_) start();
    out_.map.append_replace(by.size(), end - done_);
    write(by);
    done_ = end;
  }
  /// Leaves out the source up to `end`.
  void drop(std::size_t end) {
    if (end == done_) return;
    if (!changed_) start();
    out_.map.append_replace(0, end - done_);
    done_ = end;
  }

  /// Keeps the rest. Nullopt if the text is as it was.
  std::optional<Rewritten> finish() && {
    keep(source_.size());
    if (!changed_) return std::nullopt;
    out_.text.resize(size_);
    return std::move(out_);
  }

 private:
  void start() {
    changed_ = true;
    out_.text = std::exchange(spare_, {});
    if (out_.text.size() < source_.size()) out_.text.resize(source_.size());
    write(source_.substr(0, done_));
    out_.map.append_copy(done_);
  }
  // Texts are made of many small pieces, for which the string's own append is slow.
  void write(std::string_view piece) {
    if (out_.text.size() - size_ < piece.size()) out_.text.resize(size_ + piece.size() + out_.text.size() / 2);
    std::memcpy(out_.text.data() + size_, piece.data(), piece.size());
    size_ += piece.size();
  }

  std::string_view source_;
  std::string& spare_;
  Rewritten out_;         // its text is longer than what is written
  std::size_t size_ = 0;  // of what is written
  std::size_t done_ = 0;
  bool changed_ = false;
};

}  // namespace mubiao
