// The table of units: longest match of a surface, and quotients composed from surfaces (吨标准煤/万元).
// The doors are UnitTable::create, match and find. A dimension may be declared for a quotient by listing one of its
// surfaces (克标准煤/千瓦时 in coal_intensity); every other spelling of that quotient is then converted into it.

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "measure/characters.h"
#include "measure/numeral.h"
#include "mubiao/unit.h"

namespace mubiao {
namespace {

constexpr std::size_t kMaxSurface = 63;  // bytes: no unit is that long
constexpr int kMaxDenominators = 3;

Diagnostic unit_error(std::string code, std::string message, std::string help) {
  Diagnostic error;
  error.code = std::move(code);
  error.message = std::move(message);
  error.help = std::move(help);
  return error;
}

// Code point that surfaces are indexed by; bytes for anything but three-byte characters.
std::uint32_t head_of(std::string_view text, std::size_t offset) {
  const std::uint32_t code_point = three_byte_code_point(text, offset);
  return code_point != 0 ? code_point : static_cast<unsigned char>(text[offset]);
}

// kW must not be found in kWp, nor m in m2 or m²: a unit in letters ends where letters and exponents end.
bool ends_word(std::string_view text, std::size_t end) {
  if (!is_ascii_letter(text[end - 1]) || end == text.size()) return true;
  return !is_ascii_letter(text[end]) && !is_ascii_digit(text[end]) && !has_at(text, end, "²") &&
         !has_at(text, end, "³");
}

// Where the denominator starts after "/", "/每" or 每; nullopt if no quotient goes on at `offset`.
std::optional<std::size_t> quotient_at(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 3> kSigns = {"/每", "/", "每"};
  for (const std::string_view sign : kSigns) {
    if (has_at(text, offset, sign)) return offset + sign.size();
  }
  return std::nullopt;
}

// m2·a, and inside brackets also m2*a and m2.a.
std::optional<std::size_t> product_at(std::string_view text, std::size_t offset, bool bracket) {
  static constexpr std::array<std::string_view, 4> kSigns = {"·", "*", ".", "×"};
  for (const std::string_view sign : kSigns) {
    if (has_at(text, offset, sign)) return offset + sign.size();
    if (!bracket) break;
  }
  return std::nullopt;
}

}  // namespace

struct UnitTable::Tables {
  std::vector<Dimension> dimensions;
  std::unordered_map<std::string_view, Unit> surfaces;  // what text may say; keys are views into `dimensions`
  using Surface = std::pair<const std::string_view, Unit>;
  std::vector<std::uint16_t> heads = std::vector<std::uint16_t>(0x10000);  // row in `by_head` by first code point
  std::vector<std::vector<const Surface*>> by_head = {{}};                 // the longest first
  std::map<std::string, Unit, std::less<>> symbols;  // canonical symbols, for find() and below the line of quotients
  // What a composed dimension is declared as: "coal_equivalent/energy" is coal_intensity, whose factor is
  // `Unit::factor` times that of the composition.
  std::map<std::string, Unit, std::less<>> declared;

  std::vector<Diagnostic> add(const Dimension& dimension, int index);
  void add_head(const Surface& surface);
  void declare_quotients();
  Unit resolve(Unit unit) const;
  std::string part_name(const Unit& unit) const;
  Unit join(Unit unit, std::string_view sign, const Unit& next) const;
  const Surface* surface_at(std::string_view text, std::size_t offset) const;  // the longest, or null
  std::optional<Match> simple(std::string_view text, std::size_t offset) const;
  std::optional<Match> part(std::string_view text, std::size_t offset) const;
  std::optional<Match> denominator(std::string_view text, std::size_t offset) const;
  std::optional<Match> composed(std::string_view text, std::size_t offset, Match unit) const;
};

std::vector<Diagnostic> UnitTable::Tables::add(const Dimension& dimension, int index) {
  std::vector<Diagnostic> errors;
  for (const UnitSurface& surface : dimension.surfaces) {
    if (!(Number(0) < surface.factor)) {
      errors.push_back(
          unit_error("E-UNIT-FACTOR",
                     "unit '" + surface.surface + "' of " + dimension.name + " has a factor that is not above zero",
                     "write it as a decimal or a ratio: \"0.5\", \"2000/3\""));
      continue;
    }
    if (surface.surface.empty() || surface.surface.size() > kMaxSurface) {
      errors.push_back(unit_error("E-UNIT", "a unit of " + dimension.name + " is empty or longer than 63 bytes", ""));
      continue;
    }
    const Unit unit{dimension.counter ? surface.surface : dimension.canonical, dimension.name,
                    dimension.counter ? Number(1) : surface.factor, index, false};
    const auto [entry, added] = surfaces.try_emplace(surface.surface, unit);
    if (!added && (entry->second.dimension != unit.dimension || !(entry->second.factor == unit.factor))) {
      errors.push_back(unit_error(
          "E-UNIT-DUP", "unit '" + surface.surface + "' is in " + entry->second.dimension + " and in " + dimension.name,
          "a surface has one meaning: leave it out of one of them"));
    }
    if (added) add_head(*entry);
  }
  if (!dimension.counter && !dimension.canonical.empty()) {
    symbols.try_emplace(dimension.canonical, Unit{dimension.canonical, dimension.name, Number(1), index, false});
  }
  return errors;
}

void UnitTable::Tables::add_head(const Surface& surface) {
  std::uint16_t& row = heads[head_of(surface.first, 0)];
  if (row == 0) {
    row = static_cast<std::uint16_t>(by_head.size());
    by_head.emplace_back();
  }
  const auto size = [](const Surface* one) { return one->first.size(); };
  std::vector<const Surface*>& all = by_head[row];
  all.insert(std::ranges::lower_bound(all, size(&surface), std::greater(), size), &surface);
}

void UnitTable::Tables::declare_quotients() {
  for (const Dimension& dimension : dimensions) {
    for (const UnitSurface& surface : dimension.surfaces) {
      // Composed from its parts alone, as if it were not in the table.
      const std::string_view text = surface.surface;
      const std::size_t slash = text.find('/');
      if (slash == std::string_view::npos) continue;
      const auto numerator = surfaces.find(text.substr(0, slash));
      if (numerator == surfaces.end()) continue;
      const std::optional<Match> whole = composed(text, 0, Match{slash, numerator->second});
      if (!whole || whole->length != text.size()) continue;
      Unit unit = surfaces.at(text);
      unit.factor = unit.factor / whole->unit.factor;
      declared.try_emplace(whole->unit.dimension, unit);
    }
  }
}

Unit UnitTable::Tables::resolve(Unit unit) const {
  const auto entry = declared.find(unit.dimension);
  if (entry == declared.end()) return unit;
  Unit declared_unit = entry->second;
  declared_unit.factor = unit.factor * entry->second.factor;
  return declared_unit;
}

// In a composed dimension a counter stands for itself: 人/area.land is not 个/area.land.
std::string UnitTable::Tables::part_name(const Unit& unit) const {
  const bool counter = !unit.composed && dimensions[static_cast<std::size_t>(unit.dimension_index)].counter;
  return counter ? unit.symbol : unit.dimension;
}

// The product (sign "·") or quotient ("/") of two units.
Unit UnitTable::Tables::join(Unit unit, std::string_view sign, const Unit& next) const {
  unit.dimension = part_name(unit).append(sign).append(part_name(next));
  unit.symbol.append(sign).append(next.symbol);
  unit.factor = sign == "/" ? unit.factor / next.factor : unit.factor * next.factor;
  unit.composed = true;
  return unit;
}

const UnitTable::Tables::Surface* UnitTable::Tables::surface_at(std::string_view text, std::size_t offset) const {
  if (offset >= text.size()) return nullptr;
  const std::string_view rest = text.substr(offset);
  for (const Surface* surface : by_head[heads[head_of(text, offset)]]) {
    if (rest.starts_with(surface->first) && ends_word(rest, surface->first.size())) return surface;
  }
  return nullptr;
}

std::optional<UnitTable::Match> UnitTable::Tables::simple(std::string_view text, std::size_t offset) const {
  const Surface* const surface = surface_at(text, offset);
  return surface == nullptr ? std::nullopt : std::optional(Match{surface->first.size(), surface->second});
}

// A simple unit or, because the line of a quotient leaves no doubt, a canonical symbol: the a of t/a.
std::optional<UnitTable::Match> UnitTable::Tables::part(std::string_view text, std::size_t offset) const {
  std::optional<Match> unit = simple(text, offset);
  if (unit) return unit;
  std::size_t end = offset;
  while (end < text.size() && end - offset <= kMaxSurface && is_ascii_alnum(text[end])) ++end;
  const auto entry = symbols.find(text.substr(offset, end - offset));
  if (entry == symbols.end()) return std::nullopt;
  return Match{end - offset, entry->second};
}

// 万元, 千瓦时, (m2·a): what may stand below the line. The scale is in the factor.
std::optional<UnitTable::Match> UnitTable::Tables::denominator(std::string_view text, std::size_t offset) const {
  const bool bracket = has_at(text, offset, "(");
  const std::size_t begin = bracket ? offset + 1 : offset;
  std::optional<Match> unit = part(text, begin);
  if (const std::optional<Scale> scale = unit ? std::nullopt : read_scale(text, begin)) {
    unit = part(text, scale->end);
    if (unit) {
      unit->length += scale->end - begin;
      unit->unit.factor = unit->unit.factor * Number(static_cast<long>(scale->factor));
    }
  }
  if (!unit) return unit;
  std::size_t end = begin + unit->length;
  for (int i = 1; i < kMaxDenominators; ++i) {
    const std::optional<std::size_t> next = product_at(text, end, bracket);
    const std::optional<Match> factor = next ? part(text, *next) : std::nullopt;
    if (!factor) break;
    unit->unit = join(std::move(unit->unit), "·", factor->unit);
    end = *next + factor->length;
  }
  if (bracket && !has_at(text, end, ")")) return std::nullopt;
  unit->length = end + (bracket ? 1 : 0) - offset;
  return unit;
}

std::optional<UnitTable::Match> UnitTable::Tables::composed(std::string_view text, std::size_t offset,
                                                            Match unit) const {
  for (int i = 0; i < kMaxDenominators; ++i) {
    const std::size_t end = offset + unit.length;
    const std::optional<std::size_t> next = quotient_at(text, end);
    const std::optional<Match> below = next ? denominator(text, *next) : std::nullopt;
    if (!below) break;
    unit.unit = join(std::move(unit.unit), "/", below->unit);
    unit.length = *next + below->length - offset;
  }
  if (!unit.unit.composed) return std::nullopt;
  return unit;
}

Result<UnitTable> UnitTable::create(std::vector<Dimension> dimensions) {
  auto tables = std::make_shared<Tables>();
  std::vector<Diagnostic> errors;
  std::size_t count = 0;
  for (const Dimension& dimension : dimensions) count += dimension.surfaces.size();
  tables->dimensions = std::move(dimensions);
  tables->surfaces.reserve(count);
  for (std::size_t i = 0; i < tables->dimensions.size(); ++i) {
    std::vector<Diagnostic> found = tables->add(tables->dimensions[i], static_cast<int>(i));
    errors.insert(errors.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  if (!errors.empty()) return errors;
  tables->declare_quotients();
  UnitTable table;
  table.tables_ = std::move(tables);
  return table;
}

std::size_t UnitTable::starts(std::string_view text, std::size_t offset) const {
  const auto* const surface = tables_ ? tables_->surface_at(text, offset) : nullptr;
  return surface == nullptr ? 0 : surface->first.size();
}

std::optional<UnitTable::Match> UnitTable::match(std::string_view text, std::size_t offset) const {
  if (!tables_) return std::nullopt;
  std::optional<Match> unit = tables_->simple(text, offset);
  if (!unit) return std::nullopt;
  // A declared quotient may be the beginning of a longer one: 元/吨 of 元/吨标准煤. Compose from its numerator.
  const std::size_t slash = text.substr(offset, unit->length).find('/');
  if (!quotient_at(text, offset + std::min(slash, unit->length))) return unit;
  std::optional<Match> numerator = unit;
  if (slash != std::string_view::npos) {
    const auto entry = tables_->surfaces.find(text.substr(offset, slash));
    if (entry == tables_->surfaces.end()) return unit;
    numerator = Match{slash, entry->second};
  }
  std::optional<Match> whole = tables_->composed(text, offset, *std::move(numerator));
  if (!whole || whole->length <= unit->length) return unit;
  whole->unit = tables_->resolve(std::move(whole->unit));
  return whole;
}

std::optional<Unit> UnitTable::find(std::string_view name) const {
  if (!tables_ || name.empty()) return std::nullopt;
  if (const std::optional<Match> unit = match(name, 0); unit && unit->length == name.size()) return unit->unit;
  if (const auto entry = tables_->symbols.find(name); entry != tables_->symbols.end()) return entry->second;
  if (const std::optional<Scale> scale = read_scale(name, 0)) {  // 万千瓦
    std::optional<Unit> unit = find(name.substr(scale->end));
    if (unit) unit->factor = unit->factor * Number(static_cast<long>(scale->factor));
    return unit;
  }
  const std::size_t slash = name.rfind('/');  // a canonical symbol: t/CNY
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == name.size()) return std::nullopt;
  std::optional<Unit> above = find(name.substr(0, slash));
  const std::optional<Unit> below = find(name.substr(slash + 1));
  if (!above || !below || below->composed) return std::nullopt;
  return tables_->resolve(tables_->join(std::move(*above), "/", *below));
}

const std::vector<Dimension>& UnitTable::dimensions() const {
  static const std::vector<Dimension> kNone;
  return tables_ ? tables_->dimensions : kNone;
}

}  // namespace mubiao
