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

   private:
    friend class LiteralIndex;
    std::vector<std::uint64_t> bits_;
    std::vector<std::uint64_t> lists_;  // of which a member was found
  };
  void search(std::string_view text, Hits& hits) const;

 private:
  struct Literal {
    std::string text;
    std::size_t first;  // bytes of its first character
    std::vector<std::uint32_t> lists;  // that it is a member of
  };
  static constexpr std::size_t kBuckets = 4096;
  static std::size_t bucket_of(std::string_view text, std::size_t i, std::size_t bytes);

  std::vector<std::vector<std::uint32_t>> needs_;  // of each rule: the lists it cannot do without
  std::size_t lists_ = 0;
  std::vector<Literal> literals_;       // by bucket of their first character
  std::vector<std::uint16_t> starts_;   // where each bucket begins in literals_; one more for the end
};

}  // namespace mubiao
