#pragma once

#include <cstddef>
#include <vector>

#include "mubiao/document.h"
#include "mubiao/span.h"

namespace mubiao::compare {

/// Places of a document as annotations count them: code points of the decoded text from 0, line breaks and stray
/// spaces included, a byte order mark not. Keeps a pointer to the document.
class CodePoints {
 public:
  explicit CodePoints(const Document& document);

  std::size_t size() const { return size_; }
  /// Bytes of Document::text(). Precondition: code_points.end <= size().
  Span to_text(Span code_points) const { return {byte(code_points.begin), byte(code_points.end)}; }
  /// Code points of a span of Document::text() that begins and ends between characters.
  Span of_text(Span text) const { return {index(text.begin), index(text.end)}; }
  /// Code points of a span of the file, as records have it.
  Span of_file(Span bytes) const { return of_text({text_offset(bytes.begin), text_offset(bytes.end)}); }
  /// The text of some code points; whatever is past the end is left out.
  std::string_view text(Span code_points) const;

 private:
  std::size_t byte(std::size_t index) const;
  std::size_t index(std::size_t byte) const;
  std::size_t text_offset(std::size_t file_offset) const;

  const Document* document_;
  std::vector<std::size_t> before_;  // code points that begin before each block of bytes
  std::size_t size_ = 0;
};

}  // namespace mubiao::compare
