// Any text searched for quantities: mentions are in order and in bounds, read alone they say the same, and
// conversion to the canonical unit and back is exact.

#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/normalize.h"
#include "mubiao/quantity.h"
#include "mubiao/rule.h"

namespace {

const mubiao::UnitTable& units() {
  static const mubiao::UnitTable table = [] {
    auto rules = mubiao::RuleSet::load(mubiao::RuleSet::embedded_files());
    REQUIRE(rules.has_value());
    return rules->units();
  }();
  return table;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = mubiao::decode("fuzz", bytes, mubiao::Encoding::kUtf8);
  if (!document) return 0;
  const std::string text = mubiao::fold_characters(document->text());
  std::size_t end = 0;
  for (const mubiao::QuantityMention& mention : mubiao::find_quantities(text, units())) {
    REQUIRE(mention.span.begin >= end && mention.span.begin < mention.span.end && mention.span.end <= text.size());
    REQUIRE(mention.span.contains(mention.number));
    end = mention.span.end;
    const mubiao::Quantity& stated = mention.quantity;
    REQUIRE(mubiao::Number::parse(stated.value.to_decimal()).has_value() || stated.value.to_decimal().size() > 64);
    if (!stated.unit) continue;
    const mubiao::Quantity canonical = mubiao::in_canonical_unit(stated);
    REQUIRE(canonical.value == stated.value * stated.unit->factor);
    const auto back = mubiao::convert(canonical, *stated.unit);
    REQUIRE(back.has_value() && back->value == stated.value);
  }
  mubiao::read_quantity(text, units());
  return 0;
}
