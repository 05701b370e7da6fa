#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "mubiao/offset_map.h"

namespace mubiao {

/// Makes a text of another one, from its front to its end, and the map between them.
class Rewriter {
 public:
  /// `map` may be null; otherwise it is empty and is complete after finish().
  Rewriter(std::string_view source, OffsetMap* map) : source_(source), map_(map) { out_.reserve(source.size()); }

  /// First source byte that is not yet decided on.
  std::size_t place() const { return done_; }
  const std::string& out() const { return out_; }

  /// Copies the source up to `end`.
  void keep(std::size_t end) {
    if (end == done_) return;
    if (map_ != nullptr) map_->append_copy(end - done_);
    out_.append(source_, done_, end - done_);
    done_ = end;
  }
  /// `by` stands for the source up to `end`, as a whole.
  void replace(std::string_view by, std::size_t end) {
    if (by == source_.substr(done_, end - done_)) return keep(end);
    if (map_ != nullptr) map_->append_replace(by.size(), end - done_);
    out_.append(by);
    done_ = end;
  }
  void drop(std::size_t end) { replace({}, end); }

  std::string finish() && {
    keep(source_.size());
    return std::move(out_);
  }

 private:
  std::string_view source_;
  OffsetMap* map_;
  std::string out_;
  std::size_t done_ = 0;
};

}  // namespace mubiao
