#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/finite_words.h"
#include "extract/pattern_edges.h"
#include "extract/word_table.h"

namespace mubiao {

/// A pattern as steps over words and characters, where RE2 has one a byte: a list of two hundred verbs is one step.
/// Immutable; shared by threads.
struct PhraseProgram {
  enum class Op : std::uint8_t {
    kMatch,
    kWords,      // one of words[first]
    kSet,        // a character of sets[first]
    kSplit,      // go on at first; if that fails, at second
    kJump,       // go on at first
    kSave,       // the place is border `first`: begin (even) or end (odd) of names[first / 2]
    kTextBegin,  // ^
    kTextEnd,    // $
  };
  struct Step {
    Op op = Op::kMatch;
    std::uint16_t first = 0;
    std::uint16_t second = 0;
  };
  /// Words in the order in which to try them.
  struct WordList {
    explicit WordList(Words list) : words(std::move(list)), table(words, WordTable::Side::kBegin) {}
    Words words;
    WordTable table;
  };

  std::vector<Step> steps;
  std::vector<std::unique_ptr<const WordList>> words;
  std::vector<CharacterRanges> sets;
  std::vector<std::string_view> names;  // of groups; views of the pattern

  /// The program of a pattern that RE2 accepts, which must outlive it; nullopt if the pattern holds syntax that is not
  /// understood here, or would need more than a few thousand steps.
  static std::optional<PhraseProgram> of(std::string_view pattern);
};

}  // namespace mubiao
