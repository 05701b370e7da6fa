#pragma once

#include <cassert>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/offset_map.h"
#include "mubiao/span.h"

namespace mubiao {

/// Makes a text of another one, from its front to its end, with the way back. Nothing is copied before the first
/// change, so that a stage that has nothing to do costs a look at the text.
///
/// The new text is put into `target`. That may be the very string that `source` is a view of: a large text then needs
/// no memory for a second one. No place of the new text may then lie behind its place in the source, and of the source
/// only what is behind place() and what was kept since the last change can still be read.
class Rewriter {
 public:
  Rewriter(std::string_view source, std::string& target)
      : source_(source), target_(target), in_place_(source.data() == target.data()) {}

  /// First source byte that is not yet decided on.
  std::size_t place() const { return done_; }
  /// The new text so far, and its size.
  std::string_view written() {
    if (!changed_) return source_.substr(0, done_);
    copy();
    return {target_.data(), size_};
  }
  std::size_t written_size() const { return size_ + done_ - copied_; }

  /// Copies the source up to `end`.
  void keep(std::size_t end) { done_ = end; }
  /// `by` stands for the source up to `end`, as a whole.
  void replace(std::string_view by, std::size_t end) {
    if (by.empty()) return drop(end);
    if (end - done_ == by.size() && source_[done_] == by[0] && source_.substr(done_, by.size()) == by) return keep(end);
    copy();
    map_.append_replace(by.size(), end - done_);
    put(by, end);
    done_ = copied_ = end;
  }
  /// Leaves out the source up to `end`.
  void drop(std::size_t end) {
    if (end == done_) return;
    copy();
    map_.append_replace(0, end - done_);
    done_ = copied_ = end;
  }

  /// Keeps the rest. Nullopt if the text is as it was; `target` is then, too.
  std::optional<OffsetMap> finish() && {
    keep(source_.size());
    if (!changed_) return std::nullopt;
    copy();
    target_.resize(size_);
    return std::move(map_);
  }

 private:
  // What is kept piece by piece is copied as one, before the next change.
  void copy() {
    if (!changed_) begin();
    if (copied_ == done_) return;
    map_.append_copy(done_ - copied_);
    put(source_.substr(copied_, done_ - copied_), done_);
    copied_ = done_;
  }
  void begin() {
    changed_ = true;
    if (in_place_) return;
    target_.clear();
    target_.reserve(source_.size());
  }
  // What stands for the source up to `end`.
  void put(std::string_view text, [[maybe_unused]] std::size_t end) {
    if (in_place_) {
      assert(size_ + text.size() <= end);
      std::memmove(target_.data() + size_, text.data(), text.size());
    } else {
      target_.append(text);
    }
    size_ += text.size();
  }

  std::string_view source_;
  std::string& target_;
  const bool in_place_;
  OffsetMap map_;
  std::size_t size_ = 0;  // of the new text
  std::size_t done_ = 0;
  std::size_t copied_ = 0;  // of the source, or left out
  bool changed_ = false;
};

/// Puts `by` in each of these places of a text, which ascend and are no longer than `by`. `target` as above.
std::optional<OffsetMap> replace_each(std::string_view source, std::string& target, const std::vector<Span>& places,
                                      std::string_view by);

}  // namespace mubiao
