#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "read/extracted.h"

namespace mubiao::read {

/// How much text may still come out of a document, and whether anyone still wants it.
class WordBudget {
 public:
  explicit WordBudget(const ReadOptions& options) : options_(options), left_(options.max_text_bytes) {}

  /// Before each piece of work, and for text that it gives. False once it is over: what is read then is of no use.
  bool take(std::size_t bytes) {
    left_ -= bytes < left_ ? bytes : left_;
    constexpr std::size_t kAskEvery = 256;
    if (++asked_ % kAskEvery == 0 && options_.goes_on && !options_.goes_on()) unwanted_ = true;
    return !is_over();
  }
  bool is_over() const { return unwanted_ || left_ == 0; }
  /// Why it is over; none if it is not.
  std::optional<Diagnostic> reason(const std::string& path) const {
    if (unwanted_) return problem("E-TIME", path, "took longer than it may");
    if (left_ == 0) return too_much_text(path);
    return std::nullopt;
  }

 private:
  const ReadOptions& options_;
  std::size_t left_;
  std::size_t asked_ = 0;
  bool unwanted_ = false;
};

}  // namespace mubiao::read
