#pragma once

#include <string>
#include <string_view>

#include "mubiao/offset_map.h"

namespace mubiao {

/// Circles, letters O and zeros that stand for 〇 between Chinese numerals: 二○三五, 二O三〇年.
/// `map` may be null. Changes nothing the second time, like all that is in this file.
std::string fold_chinese_zeros(std::string_view text, OffsetMap* map);

/// Full stops written as '.' behind Chinese text become 。, but not list marks, decimals and leaders.
std::string fold_full_stops(std::string_view text, OffsetMap* map);

}  // namespace mubiao
