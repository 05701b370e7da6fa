#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace mubiao {

/// A pattern cut at the quantity that it decides about. A text has one such quantity, so the pattern matches if the
/// quantity is one of those it takes and the halves match what stands before and behind it.
struct QuantityCut {
  std::string before;          // of the pattern, up to the quantity
  std::string behind;
  std::bitset<256> takes;      // which placeholders: U+E000 + bit
  bool named = false;          // the quantity is captured
};
/// nullopt if the quantity does not stand by itself in the outermost sequence of the pattern.
std::optional<QuantityCut> cut_at_quantity(std::string_view pattern);

/// A pattern of the common shape  ^lead(?P<name>lazy)rest, or with a goal around all behind the lead
/// ^lead(?P<goal>(?P<name>lazy)rest)$, cut so that the place where the lazy group ends can be found without captures:
/// it is where `rest` first matches.
struct HeadCut {
  std::string lead;            // without the ^
  std::string name;            // of the group
  std::string body;            // what the group repeats, greedy; empty: any character
  std::string rest;            // without names of groups
  bool goal = false;
  bool whole = false;          // nothing else is captured
};
std::optional<HeadCut> cut_behind_head(std::string_view pattern);

/// `pattern` with its named groups turned into plain ones.
std::string without_names(std::string_view pattern);

}  // namespace mubiao
