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
  explicit LiteralIndex(const std::vector<const Rule*>& rules);

  /// Which rules may match: a bit a rule, in the order given. Bits of rules without known literals are set.
  class Hits {
   public:
    bool test(std::size_t rule) const { return (bits_[rule / 64] >> (rule % 64) & 1) != 0; }
    bool any() const;
    /// True if a literal was found, not counting rules without known literals.
    bool any_by_literal() const { return found_; }

   private:
    friend class LiteralIndex;
    std::vector<std::uint64_t> bits_;
    bool found_ = false;
  };
  void search(std::string_view text, Hits& hits) const;

 private:
  struct Literal {
    std::string rest;  // behind the first character
    std::vector<std::uint64_t> rules;
  };
  static constexpr std::size_t kBuckets = 4096;
  static std::size_t bucket_of(std::string_view character);

  std::size_t words_ = 0;
  std::vector<std::uint64_t> always_;
  std::vector<std::vector<std::uint32_t>> buckets_;  // by first character
  std::vector<Literal> literals_;
  std::vector<std::string> firsts_;                  // first character of each literal
};

}  // namespace mubiao
