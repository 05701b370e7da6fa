// "Did you mean": the nearest known name by edit distance. Bounded, since names come from hostile files:
// long names and candidates past the first thousand are not looked at.
#include "rules/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace mubiao::rules {
namespace {

constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostCandidates = 1000;
constexpr std::size_t kMostListed = 40;

// Insertions, deletions, replacements and swaps of neighbours: raech is one edit from reach.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before{}, above{}, row{};  // of the last three letters of `a`
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, above[j + 1] + 1});
      const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

std::string_view closest(std::string_view written, const std::vector<std::string_view>& candidates) {
  if (written.size() > kLongest) return {};
  std::string_view best;
  std::size_t fewest = std::max<std::size_t>(written.size() / 3, 1) + 1;
  const std::size_t count = std::min(candidates.size(), kMostCandidates);
  for (std::size_t i = 0; i < count; ++i) {
    if (candidates[i].size() > kLongest) continue;
    const std::size_t distance = edit_distance(written, candidates[i]);
    if (distance >= fewest) continue;
    fewest = distance;
    best = candidates[i];
  }
  return best;
}

std::string suggestion(std::string_view written, const std::vector<std::string_view>& candidates,
                       std::string_view otherwise) {
  if (const std::string_view best = closest(written, candidates); !best.empty()) {
    return fmt::format("did you mean '{}'?", best);
  }
  if (candidates.empty()) return "";
  const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(candidates.size(), kMostListed));
  return fmt::format("{} {}{}", otherwise, fmt::join(candidates.begin(), last, ", "),
                     last == candidates.end() ? "" : ", …");
}

}  // namespace mubiao::rules
