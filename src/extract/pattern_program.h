#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/character_ranges.h"
#include "extract/place_filter.h"
#include "mubiao/span.h"

namespace mubiao {

/// A pattern that is matched where a match is likely or known, a few characters long: tries its alternatives one by
/// one, which there costs a tenth of what it costs to get RE2 going. Gives what RE2 gives. Immutable; shared by
/// threads.
class PatternProgram {
 public:
  static constexpr std::size_t kMostGroups = 7;
  static constexpr char32_t kEndOfText = 0xFFFFFFFF;  // what '$' takes for a character, of no length

  /// nullopt if the pattern holds what is not understood: flags, anchors but '$', unnamed groups, loops of what may be
  /// empty. Groups are captured that have one of `names`, kMostGroups at most.
  static std::optional<PatternProgram> of(std::string_view pattern, std::span<const char* const> names);

  struct Match {
    std::size_t end = 0;
    std::array<Span, kMostGroups> groups{};  // by name; kNotCaptured, which is empty too, for those that took no part

    /// What a group captured of the text that was matched.
    std::string_view text(std::string_view matched, std::size_t group) const {
      return groups[group].empty() ? std::string_view() : slice(matched, groups[group]);
    }
  };
  static constexpr Span kNotCaptured = {static_cast<std::size_t>(-1), static_cast<std::size_t>(-1)};
  enum class Outcome { kMatch, kNone, kUnknown };
  static constexpr std::size_t kMostSteps = 256;  // of one match: more than hardly any takes
  /// The match that begins at `at`; with `end`, the one that ends there, as though the text did. kUnknown: it would
  /// take too long to say.
  Outcome match(std::string_view text, std::size_t at, std::optional<std::size_t> end, Match& out,
                std::size_t most_steps = kMostSteps) const;

  /// What a match can begin with: a character, and what the next two can be.
  struct Beginning {
    char32_t first;
    PlaceFilter::Columns second;
    PlaceFilter::Columns third;
  };
  /// All of them; nullopt if they are too many, or a match can be empty.
  std::optional<std::vector<Beginning>> beginnings() const;

 private:
  enum class Code : std::uint8_t { kCharacter, kSet, kChoice, kWhile, kJump, kSwitch, kBegin, kEnd, kMatch };
  // kCharacter: `x` is the character. kSet: `x` is the set. kChoice: the next, or what stands at `x`. kWhile: the next,
  // a character or set, as often as it can be, then what stands at `x`; none of them is ever given back. kJump: to `x`.
  // kSwitch: to where the next character leads in switches_[x]. kBegin, kEnd: of group `x`.
  struct Op {
    Code code;
    std::uint32_t x;
    std::uint32_t to = 0;  // what follows, jumps taken
    // Of a choice: classes of the characters that either way can go on with; most choices are none. Of a set: classes
    // of the characters that it holds, and of those that it does not.
    std::uint64_t next = ~std::uint64_t{0};
    std::uint64_t other = ~std::uint64_t{0};
  };
  using Switch = std::vector<std::pair<char32_t, std::uint32_t>>;  // ascending
  class Compiler;

  /// What is reached from an operation without a character: operations that take one, or the end.
  struct Heads {
    std::vector<std::uint32_t> ops;
    bool may_end = false;
  };
  Heads heads(std::uint32_t from) const;
  PlaceFilter::Columns columns(const Heads& heads) const;
  std::optional<std::u32string> characters(const std::vector<std::uint32_t>& ops) const;
  static std::uint64_t class_of(char32_t character) { return std::uint64_t{1} << (character & 63); }
  bool takes_character(std::uint32_t op) const {
    return ops_[op].code == Code::kCharacter || ops_[op].code == Code::kSet;
  }
  bool holds(const Op& op, char32_t character) const;
  static std::uint32_t target(const Switch& cases, char32_t character);

  std::vector<Op> ops_;
  std::uint32_t begin_ = 0;
  std::vector<CharacterRanges> sets_;
  std::vector<Switch> switches_;
};

}  // namespace mubiao
