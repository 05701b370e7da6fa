#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "mubiao/span.h"

namespace re2 {
class RE2;
}

namespace mubiao {

/// A pattern of the common shape  ^lead(?P<indicator>lazy)rest, or with a goal around all behind the lead
/// ^lead(?P<goal>(?P<indicator>lazy)rest)$, cut in two so that where the indicator ends can be found without
/// captures: it ends where `rest` first matches. RE2 takes captures of programs of this size by simulating
/// an NFA, fifty times slower than its DFA; most matches are of this shape.
class SplitPattern {
 public:
  /// nullopt if `pattern` has another shape.
  static std::optional<SplitPattern> of(std::string_view pattern);

  struct Captures {
    Span match;
    Span indicator;
    std::optional<Span> goal;
  };
  /// The captures of the whole pattern in `text`. nullopt if the two halves do not say: ask the whole then.
  /// Precondition: the whole pattern matches `text`.
  std::optional<Captures> match(std::string_view text) const;

 private:
  std::shared_ptr<const re2::RE2> lead_;
  std::shared_ptr<const re2::RE2> lazy_;  // what the indicator is made of
  std::shared_ptr<const re2::RE2> rest_;
  bool goal_ = false;
};

}  // namespace mubiao
