#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/number.h"

namespace mubiao {

/// One way to write a unit. `factor` turns a value in this unit into the canonical unit of `dimension`
/// (亩 in area.land: 1/15 ha). `surface` is folded text (fold_characters).
struct UnitSurface {
  std::string surface;
  Number factor;
};

/// A dimension with its canonical unit symbol ("power", "MW") and all surfaces.
/// `counter` dimensions hold counted nouns (家, 个, 座): each surface is its own unit, never converted.
/// `name` may hold a dot: "area.land". A surface may be a quotient (克标准煤/千瓦时): the dimension then stands for
/// every composition of these dimensions, so that 千克标准煤/兆瓦时 is read into it too.
struct Dimension {
  std::string name;
  std::string canonical;
  bool counter = false;
  std::vector<UnitSurface> surfaces;
};

/// A unit as it stands in a text, simple or composed (克标准煤/千瓦时).
/// `symbol` is canonical ("gce/kWh", "MW", "个"); `dimension` likewise ("mass/area.land"), where a counter stands for
/// itself ("人/area.land"), or that of a declared quotient ("coal_intensity");
/// `dimension_index` is that of the leading simple unit in UnitTable::dimensions().
struct Unit {
  std::string symbol;
  std::string dimension;
  Number factor;
  int dimension_index = -1;
  bool composed = false;
};

/// All units of a rule set. Immutable; shared by threads.
class UnitTable {
 public:
  /// Errors: E-UNIT-DUP (a surface in two dimensions), E-UNIT-FACTOR (zero or negative), no location set.
  static Result<UnitTable> create(std::vector<Dimension> dimensions);

  struct Match {
    std::size_t length;  // bytes of text
    Unit unit;
  };
  /// Bytes of the longest simple unit that starts at `offset`, 0 if none does. Allocates nothing.
  std::size_t starts(std::string_view text, std::size_t offset) const;
  /// The longest unit, simple or composed with "/" or "每", that starts at `offset`.
  std::optional<Match> match(std::string_view text, std::size_t offset) const;
  /// The unit that this whole text writes: a surface or a canonical symbol ("MW", "gce/kWh", "万千瓦").
  std::optional<Unit> find(std::string_view surface_or_symbol) const;
  const std::vector<Dimension>& dimensions() const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace mubiao
