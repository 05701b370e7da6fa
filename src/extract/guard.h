#pragma once

#include <string_view>

#include "extract/pattern_search.h"
#include "extract/rule_text.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// An unless clause that is asked often. Gives what unless_holds() gives; `clause` must outlive it.
class Guard {
 public:
  explicit Guard(const Unless& clause) : clause_(&clause), search_(clause.pattern, clause.regex) {}

  const Unless& clause() const { return *clause_; }
  bool holds(std::string_view text, Span match, std::string_view sentence = {}, std::string_view section = {}) const {
    return search_.find(where_to_look(*clause_, text, match, sentence, section)).has_value();
  }

 private:
  const Unless* clause_;
  PatternSearch search_;
};

}  // namespace mubiao
