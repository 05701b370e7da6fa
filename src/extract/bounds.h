#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/rule_matcher.h"
#include "mubiao/extract.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// Reads the bound words around a quantity: 不低于 before it, 以上 behind it.
class BoundReader {
 public:
  explicit BoundReader(const RuleSet& rules);

  struct Reading {
    Bound bound = Bound::kEqual;
    const Rule* rule = nullptr;  // null: no bound word, `bound` is the default
  };
  /// `quantity` is the span of the placeholder in `segment`. The rule of the highest priority wins, so that
  /// data decides that 以上 is stronger than 左右.
  Reading read(std::string_view segment, Span quantity) const;
  /// True if `text` is nothing but a bound word that stands behind quantities (左右).
  bool is_word_behind(std::string_view text) const;

 private:
  struct Word {
    const Rule* rule;
    bool before;
    Bound bound;
  };
  static std::vector<Word> words_of(const RuleSet& rules);
  std::vector<const Rule*> rules_beside(bool before) const;

  std::vector<Word> words_;  // in priority order
  RuleMatcher before_;
  RuleMatcher behind_;
};

}  // namespace mubiao
