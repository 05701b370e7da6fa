#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/part_text.h"
#include "extract/pattern_groups.h"
#include "extract/pattern_search.h"
#include "extract/program_on_use.h"
#include "extract/word_run.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

class PartPool;

/// A pattern, or one half of a pattern that was cut at its quantity, taken apart so that each thing is asked of what
/// tells it for least: runs of words of a WordRun, the rest of a small program, or of RE2 where that does not know. A
/// group that repeats something lazily ends where the rest begins. Immutable but for what it compiles on first use;
/// shared by threads.
class PatternPart {
 public:
  enum class Side { kWhole, kBefore, kBehind };  // of the quantity
  PatternPart(const std::string& pattern, Side side, PartPool& pool);

  struct Match {
    Span span;
    Span core;
    Span head;             // of the lazy group
    std::size_t goal = 0;  // where the goal begins
    bool whole = false;    // matched in one piece: nothing is known of the parts
  };
  /// The match to prefer; one that ends the text for kBefore, one that begins it for kBehind.
  std::optional<Match> match(PartText& text) const;
  /// What the groups of the pattern capture in a match of it.
  Groups capture(std::string_view text, const Match& match) const;

 private:
  // False if RE2 has to be asked.
  static bool capture_by_program(const std::optional<PatternProgram>& program, std::string_view text, Span match,
                                 Groups& out);
  static void capture_by_re2(const re2::RE2& regex, std::string_view text, Span match, Groups& out);
  std::optional<Match> match_head(PartText& text) const;
  bool end_head(std::string_view text, std::size_t first_end, const Places* ends, Match& match) const;
  std::optional<Match> match_plain(PartText& text) const;
  std::optional<Match> match_whole(std::string_view text) const;
  std::optional<Match> match_between(std::string_view text, const Places& begins, const Places& ends) const;
  std::optional<Span> find_core(std::string_view text, std::size_t from, const Places* ends) const;
  void take_apart(std::vector<Element> rest, PartPool& pool);
  void take_anchors(std::vector<Element>& rest);
  void take_goal(std::vector<Element>& rest);
  void take_head(std::vector<Element>& rest, PartPool& pool);
  void take_core(const std::vector<Element>& rest);

  Side side_;
  Regex whole_;  // the pattern in one piece
  ProgramOnUse whole_program_;
  bool begins_ = false;      // matches begin where the text does
  bool ends_ = false;        // … end where it does
  bool from_start_ = false;  // a leading ^.*? was taken off: matches are said to begin with the text
  bool goal_ = false;        // a group "goal" reaches from behind `front_` to the end
  const RunChain* front_ = nullptr;
  const RunChain* middle_ = nullptr;  // between head and core
  const RunChain* back_ = nullptr;
  std::optional<Group> head_;
  Regex body_;  // what the head is made of, if not of anything
  bool any_body_ = false;
  bool no_core_ = false;
  bool only_runs_ = false;  // the text is words of `front_`, from its begin to its end
  bool core_has_groups_ = false;
  std::optional<Group> core_group_;  // the core is this group and nothing else
  PatternSearch core_;
};

}  // namespace mubiao
