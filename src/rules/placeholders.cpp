// Names of the placeholders of typed text, for patterns and for examples.
#include "rules/placeholders.h"

#include <algorithm>
#include <array>
#include <optional>

#include "mubiao/rule.h"

namespace mubiao::rules {
namespace {

constexpr std::array kPlaceholders = {
    Placeholder{"quantity.composed", placeholder::kQuantityComposed},
    Placeholder{"number", placeholder::kQuantityBare},
    Placeholder{"counted", placeholder::kQuantityCounted},
    Placeholder{"period", placeholder::kPeriod},
    Placeholder{"year", placeholder::kYear},
    Placeholder{"past", placeholder::kPast},
    Placeholder{"baseline", placeholder::kBaseline},
    Placeholder{"aside", placeholder::kAside},
    Placeholder{"other", placeholder::kOther},
};

std::optional<char32_t> find(std::string_view name, const UnitTable& units) {
  const auto fixed =
      std::find_if(kPlaceholders.begin(), kPlaceholders.end(), [name](const Placeholder& p) { return p.name == name; });
  if (fixed != kPlaceholders.end()) return fixed->character;
  if (name == "quantity") return placeholder::kQuantityFirst;
  const std::vector<Dimension>& dimensions = units.dimensions();
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    if (name == "quantity." + dimensions[i].name) return placeholder::kQuantityFirst + static_cast<char32_t>(i);
  }
  return std::nullopt;
}

}  // namespace

std::span<const Placeholder> placeholders() { return kPlaceholders; }

std::string fill_placeholders(std::string_view text, const UnitTable& units) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    const std::optional<char32_t> character =
        close == std::string_view::npos ? std::nullopt : find(text.substr(at + 1, close - at - 1), units);
    if (!character) {
      out += text[at++];
      continue;
    }
    // The private use area E000 … F8FF takes three bytes.
    out += {static_cast<char>(0xE0 | *character >> 12), static_cast<char>(0x80 | (*character >> 6 & 0x3F)),
            static_cast<char>(0x80 | (*character & 0x3F))};
    at = close + 1;
  }
  return out;
}

}  // namespace mubiao::rules
