// Values in whatever units, compared. Doors: measure_of, same_amount.
#include "compare/measures.h"

#include <algorithm>

#include "measure/numeral.h"
#include "mubiao/normalize.h"
#include "text/compatibility.h"

namespace mubiao::compare {
namespace {

constexpr std::string_view kCounted = "counted";

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

bool is_counter(std::string_view name, const UnitTable& units) {
  const std::optional<Unit> unit = units.find(name);
  return unit && !unit->composed && unit->dimension_index >= 0 &&
         units.dimensions()[static_cast<std::size_t>(unit->dimension_index)].counter;
}

/// In a composed dimension a counter stands for itself; here one counted thing is as good as another.
std::string generalized(std::string_view dimension, const UnitTable& units) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(dimension.find('/'), dimension.size());
    const std::string_view part = dimension.substr(0, end);
    out += is_counter(part, units) ? kCounted : part;
    if (end == dimension.size()) return out;
    out += '/';
    dimension.remove_prefix(end + 1);
  }
}

std::optional<Measure> find(std::string_view name, const UnitTable& units) {
  const std::optional<Unit> unit = units.find(name);
  if (!unit) return std::nullopt;
  if (unit->composed) return Measure{generalized(unit->dimension, units), unit->factor};
  const bool counter = units.dimensions()[static_cast<std::size_t>(unit->dimension_index)].counter;
  return Measure{counter ? std::string(kCounted) : unit->dimension, unit->factor};
}

/// Annotations have the unit without 万 and 亿, which some units of the table never go without.
std::optional<Measure> find_scaled(std::string_view name, const UnitTable& units) {
  for (const std::string_view scale : {"万", "亿"}) {
    std::optional<Measure> measure = find(std::string(scale).append(name), units);
    if (!measure) continue;
    measure->factor = measure->factor / Number(static_cast<long>(read_scale(scale, 0)->factor));
    return measure;
  }
  return std::nullopt;
}

}  // namespace

Measure measure_of(std::string_view unit, const UnitTable& units) {
  const std::string written = without_spaces(fold_characters(unit));
  if (written.empty() || written == "1") return {"", Number(1)};
  if (std::optional<Measure> measure = find(written, units)) return *measure;
  // m³ for m3
  if (std::optional<Measure> measure = find(without_spaces(compatibility_form(unit)), units)) return *measure;
  if (std::optional<Measure> measure = find_scaled(written, units)) return *measure;
  return {std::string(kCounted), Number(1), false};
}

bool same_amount(const std::optional<Number>& a, const Measure& unit_a, const std::optional<Number>& b,
                 const Measure& unit_b) {
  if (!a || !b) return !a && !b;
  const mpq_class x = (*a * unit_a.factor).rational();
  const mpq_class y = (*b * unit_b.factor).rational();
  const mpq_class allowed = abs(x) / 1000000;
  const mpq_class difference = abs(x - y);
  return difference <= allowed;
}

}  // namespace mubiao::compare
