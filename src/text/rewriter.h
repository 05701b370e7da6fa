#pragma once

#include <cstddef>
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
  /// The new text so far, and its size.
  std::string_view written() {
    if (!changed_) return source_.substr(0, done_);
    copy();
    return out_.text;
  }
  std::size_t written_size() const { return changed_ ? out_.text.size() + done_ - copied_ : done_; }

  /// Copies the source up to `end`.
  void keep(std::size_t end) { done_ = end; }
  /// `by` stands for the source up to `end`, as a whole.
  void replace(std::string_view by, std::size_t end) {
    if (by.empty()) return drop(end);
    if (end - done_ == by.size() && source_[done_] == by[0] && source_.substr(done_, by.size()) == by) return keep(end);
    copy();
    out_.map.append_replace(by.size(), end - done_);
    out_.text += by;
    done_ = copied_ = end;
  }
  /// Leaves out the source up to `end`.
  void drop(std::size_t end) {
    if (end == done_) return;
    copy();
    out_.map.append_replace(0, end - done_);
    done_ = copied_ = end;
  }

  /// Keeps the rest. Nullopt if the text is as it was.
  std::optional<Rewritten> finish() && {
    keep(source_.size());
    if (!changed_) return std::nullopt;
    copy();
    return std::move(out_);
  }

 private:
  // What is kept piece by piece is copied as one, before the next change.
  void copy() {
    if (!changed_) take_memory();
    if (copied_ == done_) return;
    out_.map.append_copy(done_ - copied_);
    out_.text.append(source_.data() + copied_, done_ - copied_);
    copied_ = done_;
  }
  void take_memory() {
    changed_ = true;
    out_.text = std::exchange(spare_, {});
    out_.text.clear();
    out_.text.reserve(source_.size());
  }

  std::string_view source_;
  std::string& spare_;
  Rewritten out_;
  std::size_t done_ = 0;
  std::size_t copied_ = 0;  // of the source, or left out
  bool changed_ = false;
};

}  // namespace mubiao
