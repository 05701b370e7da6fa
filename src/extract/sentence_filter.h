#pragma once

#include <string_view>
#include <vector>

#include "extract/literal_index.h"
#include "mubiao/rule.h"

namespace mubiao {

/// Says of a sentence what it cannot hold, by one look at its bytes: most of a plan holds nothing that any rule would
/// read, and need not be taken apart to see it. Immutable; shared by threads.
class SentenceFilter {
 public:
  explicit SentenceFilter(const RuleSet& rules);

  /// What is false here, no rule finds in the sentence.
  struct Chances {
    bool mention = false;    // a quantity, a period or a baseline
    bool mood = false;       // words that say of the whole sentence, and of what follows, that it is past or to come
    bool delegated = false;
    bool milestone = false;
  };
  Chances chances(std::string_view sentence) const;

 private:
  enum Group { kMention, kMood, kDelegated, kMilestone, kGroups };
  struct Candidate {
    const Rule* rule;
    Group group;
  };
  static std::vector<Candidate> candidates(const RuleSet& rules);

  RuleSet rules_;
  std::vector<Candidate> candidates_;
  LiteralIndex index_;  // of the candidates, in their order
};

}  // namespace mubiao
