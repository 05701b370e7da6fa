#pragma once

#include <re2/re2.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "mubiao/rule.h"
#include "rules/allowances.h"
#include "rules/fragments.h"
#include "rules/pattern_tree.h"
#include "rules/source.h"

namespace mubiao::rules {

/// A pattern of a set, as lints look at it.
struct LintedPattern {
  const Rule& rule;
  const Unless* unless;  // nullptr: the pattern of the rule itself
  const Expansion& expansion;
  const PatternTree& tree;
  const re2::RE2& regex;
  Place whole;
  const std::vector<const Rule*>& names;  // of the set, of kind name, compiled
};

/// Where lints say what they found: at the characters of its author, once, and not if it is switched off, or stands in
/// a file that is only extended.
class LintReport {
 public:
  LintReport(const std::vector<SourceFile>& sources, const FragmentTable& fragments, Allowances& allowances,
             Problems& problems)
      : sources_(sources), fragments_(fragments), allowances_(allowances), problems_(problems) {}

  /// `lint` is an id of the table.
  void at(std::string_view lint, Place place, std::string message, std::string help);
  /// The same for [begin, end) of an expanded pattern. "; in rule 'x'" is added to the message.
  void at(std::string_view lint, const LintedPattern& pattern, std::size_t begin, std::size_t end, std::string message,
          std::string help);
  /// For what has no place in the file any more; switched off only for the whole set.
  void in_file(std::string_view lint, std::uint32_t file, std::string message, std::string help);
  /// For a pattern as a whole.
  void at(std::string_view lint, const LintedPattern& pattern, std::string message, std::string help);

  /// Nothing more would be shown.
  bool full() { return problems_.full(); }
  const Allowances& allowances() const { return allowances_; }

 private:
  Place place(const LintedPattern& pattern, std::size_t begin, std::size_t end) const;

  const std::vector<SourceFile>& sources_;
  const FragmentTable& fragments_;
  Allowances& allowances_;
  Problems& problems_;
  std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t>> reported_;
};

/// "rule 'x'", or "the unless clause 'y' of rule 'x'".
std::string owner_of(const LintedPattern& pattern);

}  // namespace mubiao::rules
