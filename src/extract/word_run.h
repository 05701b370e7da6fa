#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "extract/pattern_elements.h"
#include "extract/places.h"
#include "extract/word_table.h"

namespace mubiao {

/// What a pattern (?:word|word|…)* takes: any number of words of a finite list, one behind the other. Rules step over
/// bound words and modal words in many places; taken as runs those cost a look-up a character, once for all rules,
/// where RE2 would compile and run some hundred instructions in every rule. Immutable; shared by threads.
class WordRun {
 public:
  WordRun(const WordRun&) = delete;  // the tables borrow its words
  WordRun& operator=(const WordRun&) = delete;

  /// nullptr if the element is no repetition of words, or of too many.
  static std::shared_ptr<const WordRun> of(const Element& element);

  /// Adds to `ends` every place from which words lead to one of them.
  void reach_back(std::string_view text, Places& ends) const;
  /// Adds to `begins` every place to which words lead from one of them.
  void reach_ahead(std::string_view text, Places& begins) const;
  /// Where its words can end and begin.
  WordTable::Buckets ends() const { return by_end_.buckets(); }
  WordTable::Buckets begins() const { return by_begin_.buckets(); }

 private:
  explicit WordRun(Words words);

  Words words_;
  WordTable by_begin_;
  WordTable by_end_;
};

/// Runs one behind the other; the same chain of many patterns is one object.
class RunChain {
 public:
  void add(std::shared_ptr<const WordRun> run);
  bool empty() const { return runs_.empty(); }

  /// The places from which words of the runs lead to `end`, and those to which they lead from `begin`.
  Places back(std::string_view text, std::size_t end) const;
  Places ahead(std::string_view text, std::size_t begin) const;
  /// False if no words of the runs end at `end`.
  bool may_end(std::string_view text, std::size_t end) const {
    return WordTable::may_stand_at(ends_, text, end, WordTable::Side::kEnd);
  }

 private:
  std::vector<std::shared_ptr<const WordRun>> runs_;
  // Of all its words: at most places none of them begins or ends.
  WordTable::Buckets begins_;
  WordTable::Buckets ends_;
};

}  // namespace mubiao
