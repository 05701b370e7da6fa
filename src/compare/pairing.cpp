// Which members of two lists speak of the same place. Door: pair_by_overlap.
#include "compare/pairing.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace mubiao::compare {
namespace {

struct Candidate {
  double share;
  Pair pair;
};

/// Spans by where they begin, to find those that overlap another without asking all.
class ByPlace {
 public:
  explicit ByPlace(const std::vector<Span>& spans) : spans_(spans), order_(spans.size()), farthest_(spans.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return spans[a].begin < spans[b].begin; });
    std::size_t end = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) farthest_[i] = end = std::max(end, spans[order_[i]].end);
  }

  template <typename Use>
  void for_each_overlap(Span span, const Use& use) const {
    const auto behind = std::lower_bound(order_.begin(), order_.end(), span.end,
                                         [&](std::size_t i, std::size_t end) { return spans_[i].begin < end; });
    for (auto i = static_cast<std::size_t>(behind - order_.begin()); i > 0 && farthest_[i - 1] > span.begin; --i) {
      if (spans_[order_[i - 1]].overlaps(span)) use(order_[i - 1]);
    }
  }

 private:
  const std::vector<Span>& spans_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> farthest_;  // the largest end up to each of `order_`
};

double shared_part(Span a, Span b) {
  const std::size_t common = std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return static_cast<double>(common) / static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace

std::vector<Pair> pair_by_overlap(const std::vector<Span>& first, const std::vector<Span>& second) {
  std::vector<Candidate> candidates;
  const ByPlace places(second);
  for (std::size_t i = 0; i < first.size(); ++i) {
    places.for_each_overlap(first[i], [&](std::size_t j) {
      candidates.push_back({shared_part(first[i], second[j]), {i, j}});
    });
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.share, a.pair.first, a.pair.second) < std::tie(a.share, b.pair.first, b.pair.second);
  });
  std::vector<Pair> out;
  std::vector<bool> first_used(first.size());
  std::vector<bool> second_used(second.size());
  for (const Candidate& candidate : candidates) {
    const auto [i, j] = candidate.pair;
    if (first_used[i] || second_used[j]) continue;
    first_used[i] = second_used[j] = true;
    out.push_back({i, j});
  }
  return out;
}

}  // namespace mubiao::compare
