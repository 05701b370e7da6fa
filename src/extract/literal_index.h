#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/place_filter.h"
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
    Hits() = default;
    Hits(const Hits&) = delete;  // may point into itself
    Hits& operator=(const Hits&) = delete;
    bool test(std::size_t rule) const { return (words_[rule / 64] >> (rule % 64) & 1) != 0; }
    /// Calls `visit` with each rule that may match, in order, until it returns true.
    template <typename Visit>
    void each(Visit visit) const {
      for (std::size_t w = 0; w < rule_words_; ++w) {
        for (std::uint64_t left = words_[w]; left != 0; left &= left - 1) {
          if (visit(w * 64 + static_cast<std::size_t>(std::countr_zero(left)))) return;
        }
      }
    }

   private:
    friend class LiteralIndex;
    std::uint64_t* clear(std::size_t words);
    // A bit a rule; a bit a list of which a member was found; a byte a rule: how many of its lists those are.
    // In `few_` if they fit there, as those of the default rules do.
    std::array<std::uint64_t, 48> few_;
    std::vector<std::uint64_t> many_;
    const std::uint64_t* words_ = few_.data();
    std::size_t rule_words_ = 0;
  };
  void search(std::string_view text, Hits& hits) const;

 private:
  // A literal by its first eight bytes, so that nearly every comparison is one of two numbers.
  struct Literal {
    std::uint64_t head;
    std::uint64_t mask;  // of the bytes of `head` that count
    std::string rest;
    std::uint32_t lists_begin;  // in lists_of_: the lists that it is a member of
    std::uint32_t lists_end;
  };
  static constexpr std::size_t kMostLists = 4;                                     // of a rule; more are not looked at
  using Listed = std::vector<std::pair<std::string, std::vector<std::uint32_t>>>;  // literals, with their lists

  // Literals by a few bits of what they begin with.
  static constexpr std::size_t kBuckets = 1024;
  struct Table {
    std::vector<std::uint16_t> starts;  // where each bucket begins in `literals`; one more for the end
    std::vector<Literal> literals;
  };
  Table table_of(const Listed& literals, bool pairs);
  /// The words of a search that is under way.
  struct Found {
    std::uint64_t* rules;
    std::uint64_t* lists;
    std::uint8_t* counts;  // how many lists of each rule
  };
  void look_up(const Table& table, std::size_t bucket, std::string_view text, std::size_t i, Found found) const;
  void add_list(std::uint32_t list, Found found) const;

  std::size_t rules_ = 0;
  std::size_t lists_ = 0;
  std::vector<std::uint8_t> needs_;                   // how many lists each rule needs
  std::vector<std::uint64_t> free_;                   // a bit for each rule that needs none
  std::vector<std::vector<std::uint32_t>> rules_of_;  // of each list
  std::vector<std::uint32_t> lists_of_;
  PlaceFilter begins_;  // where a literal may begin
  Table singles_;       // literals of one character
  Table pairs_;         // the others, by their first two
};

}  // namespace mubiao
