// The noun that members of a list share: attributes alone name nothing.
//
// Door: share_nouns.

#include "extract/shared_noun.h"

#include <optional>
#include <string>
#include <utility>

namespace mubiao {
namespace {

/// Whether one list holds both: no clause ends between them.
bool in_one_list(std::string_view text, const Draft& left, const Draft& right) {
  if (left.quote.end > right.quote.begin) return false;
  const std::string_view between = slice(text, {left.quote.end, right.quote.begin});
  for (const std::string_view mark : {",", ";", ":", "\uFF0C", "\uFF1B", "\u3002"}) {
    if (between.find(mark) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

void share_nouns(const IndicatorCleaner& indicators, std::string_view text, std::vector<Draft>& drafts,
                 std::size_t first) {
  // From the last one, so that each finds a neighbour that is complete. What is no target may stand between them: the
  // 1000亿 of 3个1000亿级、5个500亿级产业集群.
  const Draft* right = nullptr;
  for (std::size_t i = drafts.size(); i-- > first;) {
    Draft& left = drafts[i];
    if (left.kind != Kind::kTarget) continue;
    const Draft* const neighbour = std::exchange(right, &left);
    if (neighbour == nullptr || !in_one_list(text, left, *neighbour)) continue;
    const std::optional<std::string_view> of_left = indicators.behind_attribute(left.indicator);
    const std::optional<std::string_view> noun = indicators.behind_attribute(neighbour->indicator);
    // All of it, or what goes on behind the same words: 18处国家级保护区和31处省级保护区界桩建设.
    if (of_left && noun && noun->starts_with(*of_left)) left.indicator += noun->substr(of_left->size());
  }
}

}  // namespace mubiao
