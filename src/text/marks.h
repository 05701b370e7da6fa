#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/rewriter.h"

namespace mubiao {

/// Circles, letters O and zeros that stand for 〇 between Chinese numerals: 二○三五, 二O三〇年.
/// Nullopt, here and below, if there is nothing to change. `target` takes the result: see Rewriter.
std::optional<OffsetMap> fold_chinese_zeros(std::string_view text, std::string& target);

/// Full stops written as '.' behind Chinese text become 。, but not list marks, decimals and leaders.
std::optional<OffsetMap> fold_full_stops(std::string_view text, std::string& target);

}  // namespace mubiao
