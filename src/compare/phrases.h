#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mubiao::compare {

enum class Likeness { kDifferent, kAlike, kSame };

/// Compares phrases of annotations and records: indicators, headings, departments. Width, spaces, punctuation and the
/// words that name the document's own jurisdiction make no difference.
class Phrases {
 public:
  /// `prefixes` are words to leave out at the begin of a phrase, see RuleSet::eval_prefixes.
  explicit Phrases(const std::vector<std::string>& prefixes);

  /// The phrase as it is compared.
  std::u32string plain(std::string_view phrase) const;
  /// Alike: one holds the other and is not much longer, or they have three quarters of their pairs of characters
  /// in common.
  Likeness compare(std::string_view a, std::string_view b) const;

 private:
  std::vector<std::u32string> prefixes_;  // the longest first
};

}  // namespace mubiao::compare
