#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"

namespace mubiao {

/// Says which rules a text can match at all, by the literals that their patterns cannot do without.
/// Reads the text once, whatever the number of rules. Immutable; shared by threads.
class LiteralIndex {
 public:
  /// What the texts to search are: typed, or as they were before mentions became placeholders, where literals with
  /// placeholders cannot be told.
  enum class Text { kTyped, kSource };
  explicit LiteralIndex(const std::vector<const Rule*>& rules, Text text = Text::kTyped);

  /// Which rules may match: a bit a rule, in the order given. Bits of rules without known literals are set.
  class Hits {
   public:
    bool test(std::size_t rule) const { return (words_[rule / 64] >> (rule % 64) & 1) != 0; }
    bool any() const;

   private:
    friend class LiteralIndex;
    std::vector<std::uint64_t> words_;  // of the rules, then of the lists of which a member was found
    std::size_t rule_words_ = 0;
  };
  void search(std::string_view text, Hits& hits) const;

 private:
  // A literal by its first eight bytes, so that nearly every comparison is one of two numbers.
  struct Literal {
    std::uint64_t head;
    std::uint64_t mask;        // of the bytes of `head` that count
    std::string rest;
    std::uint32_t lists_begin;  // in lists_of_: the lists that it is a member of
    std::uint32_t lists_end;
  };
  static constexpr std::size_t kBuckets = 4096;
  static constexpr std::size_t kMostLists = 4;  // of a rule; more are not looked at

  void add_literals(const std::vector<std::pair<std::string, std::vector<std::uint32_t>>>& literals);

  std::size_t rules_ = 0;
  std::size_t lists_ = 1;                    // list 0 is found in every text
  std::vector<std::uint32_t> needs_;         // kMostLists a rule, filled up with list 0
  std::vector<std::uint32_t> lists_of_;
  std::vector<Literal> literals_;            // by bucket of their first character
  std::vector<std::uint16_t> starts_;        // where each bucket begins in literals_; one more for the end
};

}  // namespace mubiao
