// Characters that are raised themselves, for text that is set raised.
//
// Door: raised.

#include "read/raised.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/characters.h"

namespace mubiao::read {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array kRaised = {Pair{"0", "⁰"}, Pair{"1", "¹"}, Pair{"2", "²"}, Pair{"3", "³"}, Pair{"4", "⁴"},
                                Pair{"5", "⁵"}, Pair{"6", "⁶"}, Pair{"7", "⁷"}, Pair{"8", "⁸"}, Pair{"9", "⁹"},
                                Pair{"+", "⁺"}, Pair{"-", "⁻"}, Pair{"−", "⁻"}, Pair{"n", "ⁿ"}};

}  // namespace

std::optional<std::string> raised(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).size()) {
    const std::string_view character = character_at(text, i);
    const auto* const found =
        std::find_if(kRaised.begin(), kRaised.end(), [character](const Pair& each) { return each.first == character; });
    if (found == kRaised.end()) return std::nullopt;
    out += found->second;
  }
  return out;
}

}  // namespace mubiao::read
