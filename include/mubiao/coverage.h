#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/extract.h"

namespace mubiao {

/// The alternatives of one pattern, that of a rule or of a fragment: what bars part in it, at any depth.
struct PatternCoverage {
  std::string name;  // of the rule or the fragment
  bool fragment = false;
  Location where = {};
  std::size_t alternatives = 0;
  std::size_t tried = 0;                  // those that some example goes through
  std::vector<std::string> untried = {};  // the others as written, in order; of nested ones the outermost
};

struct Coverage {
  std::vector<PatternCoverage> patterns;  // those with alternatives: rules in file order, then fragments they use
  std::size_t alternatives = 0;
  std::size_t tried = 0;

  /// The share of alternatives that some example goes through, in percent; 100 if there are none.
  double percent() const;
};

/// Finds the alternatives that no example goes through: each example that passes is matched once more, so that the
/// match tells which way it took. Alternatives of a fragment count once, whatever uses it. Where a fragment stands in
/// a repetition, only the last time round counts; a pattern that sets flags, (?i), has no alternatives here.
Coverage measure_coverage(const Extractor& extractor);

}  // namespace mubiao
