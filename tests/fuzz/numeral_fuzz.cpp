// Numbers and quantities in any bytes: spans are in order, inside the text and on code point borders, nothing is
// changed by reading a quote again, and what is written can be read back.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/number.h"
#include "mubiao/quantity.h"
#include "mubiao/unit.h"

namespace {

using mubiao::Number;

void require(bool condition) {
  if (!condition) std::abort();
}

mubiao::UnitTable some_units() {
  const Number kilo = Number(1) / Number(1000);
  std::vector<mubiao::Dimension> dimensions = {
      {"power", "MW", false, {{"千瓦", kilo}, {"瓦", kilo * kilo}, {"kW", kilo}}},
      {"energy", "GWh", false, {{"千瓦时", kilo * kilo}, {"亿度", Number(100)}}},
      {"mass", "t", false, {{"吨", Number(1)}, {"克", kilo * kilo}}},
      {"area.land", "ha", false, {{"亩", Number(1) / Number(15)}, {"m2", kilo}, {"m", Number(1)}}},
      {"intensity", "g/kWh", false, {{"克/千瓦时", Number(1)}}},
      {"ratio", "%", false, {{"%", Number(1)}, {"‰", Number(1) / Number(10)}, {"成", Number(10)}}},
      {"multiple", "倍", false, {{"倍", Number(1)}}},
      {"time.year", "a", false, {{"年", Number(1)}, {"月", kilo}, {"日", kilo}}},
      {"count", "", true, {{"个", Number(1)}, {"人", Number(1)}, {"人次", Number(1)}}},
  };
  return mubiao::UnitTable::create(std::move(dimensions)).value();
}

bool is_border(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

void check_number(std::string_view text) {
  const std::optional<Number> number = Number::parse(text);
  if (!number) return;
  const std::string decimal = number->to_decimal();
  const std::optional<Number> back = Number::parse(decimal);
  // Sixty-four characters may make a longer decimal: 1/2^60.
  if (decimal.size() <= 64) require(back.has_value());
  if (back && number->is_decimal()) require(*back == *number);
  if (back) require(back->to_decimal() == decimal);
}

void check_quantities(std::string_view text, const mubiao::UnitTable& units) {
  std::size_t last = 0;
  for (const mubiao::QuantityMention& mention : mubiao::find_quantities(text, units)) {
    require(last <= mention.span.begin && mention.span.begin < mention.span.end && mention.span.end <= text.size());
    require(mention.span.contains(mention.number) && !mention.number.empty());
    // Broken bytes around a quantity are no code points, and have no borders.
    require(is_border(text, mention.span.begin));
    require(is_border(text, mention.number.begin));
    if (mention.quantity.high) require(mention.quantity.value < *mention.quantity.high);
    if (mention.quantity.unit) {
      const mubiao::Quantity canonical = mubiao::in_canonical_unit(mention.quantity);
      require(canonical.value / mention.quantity.unit->factor == mention.quantity.value);
      require(Number(0) < mention.quantity.unit->factor);
    }
    require(!mention.quantity.value.to_decimal().empty());
    last = mention.span.end;
  }
  const std::size_t numeral = mubiao::find_numeral(text);
  require(numeral == std::string_view::npos || numeral < text.size());
  if (numeral == std::string_view::npos) require(last == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const mubiao::UnitTable units = some_units();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_number(text);
  check_quantities(text, units);
  return 0;
}
