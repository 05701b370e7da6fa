#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/literal_index.h"
#include "extract/pattern_search.h"
#include "extract/rule_matcher.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// Cuts what an indicator must not hold (connectives, jurisdictions, modal words), as the indicator rules
/// of the set say, until nothing changes.
class IndicatorCleaner {
 public:
  explicit IndicatorCleaner(const RuleSet& rules);
  std::string clean(std::string indicator) const;
  /// True if the phrase names nothing: it is all verbs and modal words, or is_nameless().
  bool is_empty(std::string_view phrase) const;
  /// True if it holds no word that could name anything: a number, a mark.
  bool is_nameless(std::string_view phrase) const;

  /// What a clause that states no quantity is about: the noun that a size in the next clause belongs to.
  std::string antecedent(std::string clause) const;
  /// True if it is that already.
  bool is_antecedent(std::string_view phrase) const;

  /// The member of a joint indicator that belongs to value `index` of `count`:
  /// 人均生活用电量和用气量 of two values gives 人均生活用电量 and 人均生活用气量. The whole indicator if it
  /// does not divide into `count` members.
  std::string member(const std::string& joint, std::size_t index, std::size_t count) const;
  /// Whether it divides so.
  bool divides(const std::string& joint, std::size_t count) const;

  /// What is measured, without whose it is: 生活污水处理率 of 城市生活污水处理率. The whole if it says of nobody.
  std::string measure(std::string indicator) const;
  /// What something is done to, without what is done: 高标准农田 of 新建和改造提升高标准农田.
  std::string thing(std::string indicator) const;
  /// Whether a phrase says whose something is, and nothing more.
  bool is_owner(std::string_view phrase) const;

  /// The first attribute of a phrase: 国家级 of 新建国家级产业集群; empty if there is none.
  Span attribute(std::string_view phrase) const;
  /// What stands behind it: 产业集群; empty if nothing does, none if there is no attribute.
  std::optional<std::string_view> behind_attribute(std::string_view phrase) const;

 private:
  // A rule, with what looks for it.
  struct Searched {
    explicit Searched(const Rule* r);
    /// Where it matches `text`: an empty span if nowhere, or if an unless clause silences it there.
    Span match(std::string_view text) const;

    const Rule* rule;
    PatternSearch search;
  };
  static std::vector<Searched> searched(const std::vector<const Rule*>& rules);
  bool says_what_is_measured(std::string_view phrase) const;
  /// What `last` has behind the word that `mine` ends with, or "".
  std::string parallel_tail(std::string_view mine, std::string_view last) const;
  /// The match of the first rule that matches `text`, or "".
  static std::string first_match(const std::vector<Searched>& rules, std::string_view text);
  /// `indicator` without the match of the first rule that matches in front of something.
  static std::string without_front(const std::vector<Searched>& rules, std::string indicator);

  // Rules that cut, with what tells most phrases that they do not match.
  class Cutter {
   public:
    explicit Cutter(const std::vector<const Rule*>& rules);
    std::string cut(std::string phrase) const;
    /// Whether cut() would change it.
    bool cuts(std::string_view phrase) const;

   private:
    Span next_cut(std::string_view phrase, const LiteralIndex::Hits& hits, std::size_t& from) const;

    std::vector<Searched> cuts_;
    LiteralIndex index_;
  };

  Cutter cuts_;
  Cutter antecedents_;
  std::vector<Searched> prefixes_;
  std::vector<Searched> suffixes_;
  std::vector<Searched> attributes_;
  std::vector<Searched> owners_;
  std::vector<Searched> deeds_;
  std::vector<Searched> completes_;
  std::vector<Searched> enders_;
  RuleMatcher empties_;
  RuleMatcher nameless_;
};

}  // namespace mubiao
