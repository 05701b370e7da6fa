#pragma once

#include <cstddef>
#include <string_view>

namespace mubiao {

/// A half-open range [begin, end) of byte offsets into some UTF-8 text. Which text is always said
/// by the owner of the span: the decoded document, the normalized text, a sentence.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers. Precondition: span.end <= text.size().
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace mubiao
