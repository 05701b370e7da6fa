#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "measure/operand.h"
#include "mubiao/quantity.h"

namespace mubiao {

/// 三分之一, 百分之三十, 百分之三到五, 千分之五: in % or ‰. 分之 stands where `denominator` ends; the mention begins at
/// `begin`, and `begin` < denominator.begin says that a minus stands there.
std::optional<QuantityMention> read_fraction(std::string_view text, const Numeral& denominator, std::size_t begin,
                                             const UnitTable& units);

/// 一半, of which `one` is the first character: 50 %.
QuantityMention read_half(const Operand& one, const UnitTable& units);

/// 2/3, a share: 66.67 %. 2024/9/28, 1020/2万千瓦 and 3/2 are none.
std::optional<QuantityMention> read_share(std::string_view text, const Operand& above, const UnitTable& units);

/// 1:1.5, 1.1∶1, 5.8:47.8:46.4: one bare number, the first part over the second if there are two, else the first.
std::optional<QuantityMention> read_ratio(std::string_view text, const Operand& first, const UnitTable& units);

}  // namespace mubiao
