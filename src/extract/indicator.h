#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_edges.h"
#include "extract/rule_matcher.h"
#include "mubiao/rule.h"

namespace mubiao {

/// Cuts what an indicator must not hold (connectives, jurisdictions, modal words), as the indicator rules
/// of the set say, until nothing changes.
class IndicatorCleaner {
 public:
  explicit IndicatorCleaner(const RuleSet& rules);
  std::string clean(std::string indicator) const;
  /// True if the phrase names nothing: it is all verbs and modal words.
  bool is_empty(std::string_view phrase) const;

  /// What a clause that states no quantity is about: the noun that a size in the next clause belongs to.
  std::string antecedent(std::string clause) const;

  /// The member of a joint indicator that belongs to value `index` of `count`:
  /// 人均生活用电量和用气量 of two values gives 人均生活用电量 and 人均生活用气量. The whole indicator if it
  /// does not divide into `count` members.
  std::string member(const std::string& joint, std::size_t index, std::size_t count) const;

 private:
  // A rule, and the characters that tell most phrases it does not match.
  struct Cut {
    explicit Cut(const Rule& rule);
    bool may_match(std::string_view text) const;
    const Rule* rule;
    PatternEdges edges;
    bool at_start;
  };
  static std::string cut(const std::vector<Cut>& rules, std::string text);

  std::vector<Cut> cuts_;
  std::vector<Cut> antecedents_;
  std::vector<const Rule*> prefixes_;
  std::vector<const Rule*> suffixes_;
  RuleMatcher empties_;
};

}  // namespace mubiao
