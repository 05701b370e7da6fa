#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/span.h"

namespace mubiao::compare {

std::string without_white_space(std::string_view text);

/// A text without its white space, and the way back: two programs that take the text out of one file agree on the
/// characters, not on the lines.
class Unspaced {
 public:
  explicit Unspaced(std::string_view text);
  const std::string& text() const { return text_; }
  /// In the text that this was made of. Precondition: `span` is not empty.
  Span to_source(Span span) const { return {places_[span.begin], places_[span.end - 1] + 1}; }

 private:
  std::string text_;
  std::vector<std::size_t> places_;  // of each byte
};

}  // namespace mubiao::compare
