#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/anchored_rule.h"
#include "mubiao/outline.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// The department rules of a set. find() is the door.
class DepartmentRules {
 public:
  explicit DepartmentRules(const RuleSet& rules);
  /// Lists in `text` (a line or a part of one), in order, with spans in it. Linear in the text.
  std::vector<DepartmentList> find(std::string_view text) const;
  /// False if no rule can match anywhere in this text: spares the search line by line.
  bool possible(std::string_view text) const;

  /// The names in a list of them, without the words around it.
  std::vector<std::string> read_names(std::string_view list) const;

 private:
  /// The list that `text` begins with, by the first of these rules; empty if none.
  static std::string_view match(const std::vector<const AnchoredRule*>& rules, std::string_view text);
  RuleSet set_;  // keeps the rules alive
  std::vector<AnchoredRule> lists_;
  std::vector<AnchoredRule> bracketed_;
  std::vector<AnchoredRule> cuts_;
  std::vector<AnchoredRule> conjunctions_;
};

}  // namespace mubiao
