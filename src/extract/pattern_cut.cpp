// Cuts a pattern at the quantity that it decides about. Door: cut_at_quantity.
#include "extract/pattern_cut.h"

#include "extract/character_sets.h"
#include "extract/pattern_elements.h"
#include "mubiao/rule.h"

namespace mubiao {
namespace {

constexpr std::size_t kPlaceholders = 256;
using Placeholders = std::bitset<kPlaceholders>;

// Whether it holds a character of that area, or an escape that may be one: nearly no element does.
bool may_hold_placeholders(std::string_view element) {
  return element.find('\xEE') != std::string_view::npos || element.find("\\x") != std::string_view::npos;
}

// The placeholders that an element takes, if it takes nothing but placeholders of quantities.
std::optional<Placeholders> only_quantities(std::string_view element) {
  if (const auto group = inside_of(element)) {
    const auto alternatives = alternatives_of(group->inside);
    if (!alternatives) return std::nullopt;
    Placeholders all;
    for (const std::string_view alternative : *alternatives) {
      const auto elements = elements_of(alternative);
      if (!elements || elements->size() != 1 || !elements->front().quantifier.empty()) return std::nullopt;
      const auto one = only_quantities(elements->front().text);
      if (!one) return std::nullopt;
      all |= *one;
    }
    return all;
  }
  const auto characters = characters_of(element, kPlaceholders);
  if (!characters || characters->empty()) return std::nullopt;
  Placeholders out;
  for (const char32_t c : *characters) {
    if (c < placeholder::kQuantityFirst || c >= placeholder::kQuantityFirst + kPlaceholders) return std::nullopt;
    out.set(c - placeholder::kQuantityFirst);
  }
  return out;
}

}  // namespace

std::optional<QuantityCut> cut_at_quantity(std::string_view pattern) {
  const auto elements = elements_of(pattern);
  if (!elements) return std::nullopt;
  std::optional<QuantityCut> out;
  for (const Element& element : *elements) {
    if (!element.quantifier.empty() || !may_hold_placeholders(element.text)) continue;
    const auto takes = only_quantities(element.text);
    if (!takes) continue;
    if (out) return std::nullopt;
    const auto begin = static_cast<std::size_t>(element.text.data() - pattern.data());
    const auto group = inside_of(element.text);
    out = QuantityCut{std::string(pattern.substr(0, begin)), std::string(pattern.substr(begin + element.text.size())),
                      *takes, group && group->name == "quantity"};
  }
  return out;
}

}  // namespace mubiao
