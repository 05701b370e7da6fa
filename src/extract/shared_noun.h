#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/indicator.h"

namespace mubiao {

/// Completes indicators among the drafts of a sentence, from `first` on, whose noun only the last member of their list
/// has: 6个世界级、7个国家级产业集群. `text` is what the quotes of the drafts are spans of.
void share_nouns(const IndicatorCleaner& indicators, std::string_view text, std::vector<Draft>& drafts,
                 std::size_t first);

}  // namespace mubiao
