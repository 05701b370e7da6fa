// How alike two phrases are. Door: Phrases.
#include "compare/phrases.h"

#include <algorithm>
#include <map>

#include "text/compatibility.h"
#include "text/terminal.h"

namespace mubiao::compare {
namespace {

bool makes_no_difference(char32_t c) {
  static constexpr std::u32string_view kSpaces = U"\t\n\v\f\r\x1C\x1D\x1E\x1F \x85\xA0\u1680\u2028\u2029\u3000";
  static constexpr std::u32string_view kPunctuation = U",，。、;；:：()（）“”\"'‘’《》";
  return kSpaces.find(c) != kSpaces.npos || kPunctuation.find(c) != kPunctuation.npos;
}

std::u32string without_punctuation(std::string_view phrase) {
  const std::string text = compatibility_form(phrase);
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!makes_no_difference(c)) out += c;
  }
  return out;
}

using Pairs = std::map<std::u32string_view, std::size_t>;

/// Neighbouring characters, counted; a single character stands for itself.
Pairs pairs_of(std::u32string_view phrase) {
  Pairs out;
  const std::size_t count = std::max<std::size_t>(phrase.size(), 2) - 1;
  for (std::size_t i = 0; i < count; ++i) ++out[phrase.substr(i, 2)];
  return out;
}

std::size_t in_common(const Pairs& a, const Pairs& b) {
  std::size_t out = 0;
  for (const auto& [pair, count] : a) {
    const auto other = b.find(pair);
    if (other != b.end()) out += std::min(count, other->second);
  }
  return out;
}

}  // namespace

Phrases::Phrases(const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) prefixes_.push_back(without_punctuation(prefix));
  std::erase(prefixes_, std::u32string());
  std::sort(prefixes_.begin(), prefixes_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::u32string Phrases::plain(std::string_view phrase) const {
  const std::u32string all = without_punctuation(phrase);
  std::u32string_view rest = all;
  const auto begins = [&rest](const std::u32string& prefix) { return rest.starts_with(prefix); };
  while (true) {
    const auto found = std::find_if(prefixes_.begin(), prefixes_.end(), begins);
    if (found == prefixes_.end()) return std::u32string(rest);
    rest.remove_prefix(found->size());
  }
}

Likeness Phrases::compare(std::string_view a, std::string_view b) const {
  const std::u32string x = plain(a);
  const std::u32string y = plain(b);
  if (x == y) return Likeness::kSame;
  if (x.empty() || y.empty()) return Likeness::kDifferent;
  const std::u32string& shorter = x.size() <= y.size() ? x : y;
  const std::u32string& longer = x.size() <= y.size() ? y : x;
  if (longer.find(shorter) != longer.npos && shorter.size() * 5 >= longer.size() * 3) return Likeness::kAlike;
  const std::size_t all = std::max<std::size_t>(x.size(), 2) + std::max<std::size_t>(y.size(), 2) - 2;
  return in_common(pairs_of(x), pairs_of(y)) * 8 >= all * 3 ? Likeness::kAlike : Likeness::kDifferent;
}

}  // namespace mubiao::compare
