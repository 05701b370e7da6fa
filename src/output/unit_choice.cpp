// Shows a dimension in another unit than its canonical one.
//
// Doors: parse_unit_choice, apply.

#include <fmt/format.h>

#include <algorithm>

#include "mubiao/output.h"
#include "rules/suggest.h"

namespace mubiao {
namespace {

Diagnostic problem(std::string message, std::string help) {
  return {.code = "E-UNIT", .message = std::move(message), .help = std::move(help)};
}

}  // namespace

Result<UnitChoice> parse_unit_choice(std::string_view text, const UnitTable& units) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    return problem(fmt::format("'{}' does not choose a unit", text), "write DIMENSION=UNIT, for example power=GW");
  }
  const std::string_view dimension = text.substr(0, equals);
  const std::string_view symbol = text.substr(equals + 1);
  const std::optional<Unit> unit = units.find(symbol);
  if (unit && unit->dimension == dimension) return UnitChoice{std::string(dimension), *unit, std::string(symbol)};

  const auto& known = units.dimensions();
  const auto named = std::find_if(known.begin(), known.end(), [&](const auto& d) { return d.name == dimension; });
  if (named == known.end()) {
    std::vector<std::string_view> names;
    for (const Dimension& each : known) names.push_back(each.name);
    return problem(fmt::format("unknown dimension '{}'", dimension), rules::suggestion(dimension, names, "known are"));
  }
  std::vector<std::string_view> surfaces = {named->canonical};
  for (const UnitSurface& each : named->surfaces) surfaces.push_back(each.surface);
  return problem(unit ? fmt::format("'{}' is a unit of {}, not of {}", symbol, unit->dimension, dimension)
                      : fmt::format("unknown unit '{}'", symbol),
                 rules::suggestion(symbol, surfaces, fmt::format("{} has", dimension)));
}

void apply(const std::vector<UnitChoice>& choices, const UnitTable& units, Record& record) {
  if (choices.empty() || !record.unit || !record.value) return;
  const std::optional<Unit> unit = units.find(*record.unit);
  if (!unit) return;
  const auto choice = std::find_if(choices.begin(), choices.end(),
                                   [&](const UnitChoice& each) { return each.dimension == unit->dimension; });
  if (choice == choices.end()) return;
  const Number factor = unit->factor / choice->unit.factor;
  record.value = *record.value * factor;
  if (record.value_high) record.value_high = *record.value_high * factor;
  record.unit = choice->symbol;
}

}  // namespace mubiao
