#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/pattern_elements.h"

namespace re2 {
class StringPiece;
}

namespace mubiao {

/// A pattern that is characters and classes one behind the other, each so many times, where what may follow a repeated
/// one is never one of its own: it is matched by taking as many as there are and never giving one back. That is a look
/// at each character, without the few hundred instructions that RE2 takes to begin. The marks of headings are such.
class StepPattern {
 public:
  /// Nullopt if `pattern` is another. Groups capture; a '$' may stand at the end.
  static std::optional<StepPattern> of(std::string_view pattern);

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  /// The end of the match that begins at `begin`, or kNone. `captured`, where there are groups, becomes those in order.
  std::size_t match(std::string_view text, std::size_t begin, re2::StringPiece* captured) const;
  std::size_t groups() const { return groups_.size(); }

 private:
  // The characters that a class lists, or all others.
  struct CharacterList {
    std::u32string listed;
    std::bitset<256> leads;  // their first bytes
    bool negated = false;
    // Bytes of the character at `i` if it is one of them, or 0.
    std::size_t length_at(std::string_view text, std::size_t i) const;
    bool overlaps(const CharacterList& other) const;
  };
  struct Step {
    CharacterList characters;
    std::size_t least = 1;
    std::size_t most = 1;
  };
  static std::optional<CharacterList> list_of(std::string_view element);
  enum class Around { kNothing, kGroup, kCapture };  // what the elements of a sequence stand in
  bool add(std::string_view sequence, Around around);
  bool add_group(const Element& element, Around around);
  bool gives_nothing_back() const;

  std::vector<Step> steps_;
  std::vector<std::pair<std::size_t, std::size_t>> groups_;  // the steps of each, half-open
  bool ends_text_ = false;
};

}  // namespace mubiao
