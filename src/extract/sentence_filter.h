#pragma once

#include <cstdint>
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

  /// What is false here, no rule finds in the sentence, nor in its typed text.
  struct Chances {
    bool mention = false;  // a quantity, a period or a baseline
    bool mood = false;
    bool sentence_mood = false;  // words that say of what follows, too, that it is past or to come
    bool stop = false;           // words that end what sentences before carry on
    bool member = false;
    bool delegated = false;
    bool milestone = false;
  };
  Chances chances(std::string_view sentence) const;

 private:
  struct Candidate {
    const Rule* rule;
    bool Chances::*chance;
  };
  static std::vector<Candidate> candidates(const RuleSet& rules);
  static LiteralIndex index_of(const std::vector<Candidate>& candidates);

  RuleSet rules_;
  std::vector<Candidate> candidates_;
  LiteralIndex index_;  // of the candidates, in their order, and of the characters that quantities begin with
};

}  // namespace mubiao
