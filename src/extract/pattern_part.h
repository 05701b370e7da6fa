#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_cut.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// Named groups that rules of pass two may capture.
enum class Group { kQuantity, kIndicator, kSubject, kWhole, kObject, kVerb, kGoal };
inline constexpr std::size_t kGroups = 7;
using Groups = std::array<std::optional<Span>, kGroups>;

/// A pattern, or one half of a pattern that was cut at its quantity. Whether it matches is asked of DFAs, where the shape
/// of the pattern allows it of one that reads the text backwards and stops after a character or two; captures, which
/// cost fifty times as much, are taken only when somebody wants them and the DFA has not told them already.
/// Immutable but for what it compiles on first use; shared by threads.
class PatternPart {
 public:
  enum class Side { kWhole, kBefore, kBehind };  // of the quantity
  PatternPart(std::string pattern, Side side);

  struct Match {
    Span span;
    bool captured = false;  // `groups` are filled in
    Groups groups;
  };
  /// The leftmost match; one that ends the text for kBefore, one that begins it for kBehind.
  std::optional<Match> match(std::string_view text) const;
  /// Precondition: the part matches `text`.
  Groups capture(std::string_view text) const;

 private:
  std::optional<Match> match_at_head(std::string_view text) const;

  Side side_;
  bool empty_;
  bool from_start_ = false;    // a leading ^.*? was taken off: matches begin with the text
  Regex whole_;                // with groups
  std::optional<HeadCut> head_;
  Group head_group_ = Group::kIndicator;
  Regex lead_;
  Regex body_;
  Regex rest_;
};

}  // namespace mubiao
