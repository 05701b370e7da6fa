#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mubiao/normalize.h"
#include "mubiao/outline.h"
#include "mubiao/span.h"

namespace mubiao {

/// Writes what was made of the text that rules see in the characters of the document. There is something to do only
/// where that text is not in them. Borrows the text.
class OwnScript {
 public:
  explicit OwnScript(const NormalizedText& text) : text_(text) {}

  bool differs() const { return !text_.written.empty(); }
  /// `phrase` is made of pieces of the text at or before `near`. Each of the longest ones becomes what stands in its
  /// place in the document; what stands nowhere near, character by character what it is elsewhere in the document.
  void restore(std::string& phrase, Span near) const;
  void restore(std::vector<std::string>& phrases, Span near) const;
  void restore(Metadata& metadata) const;

 private:
  struct Piece {
    std::size_t begin = 0;  // in the text
    std::size_t size = 0;
  };
  Piece longest_piece(std::string_view phrase, Span window) const;
  void restore_character(std::string& phrase, std::size_t at) const;

  const NormalizedText& text_;
  mutable std::optional<std::unordered_map<std::string_view, std::string_view>> forms_;  // made when first asked for
};

}  // namespace mubiao
