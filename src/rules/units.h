#pragma once

#include <map>
#include <string>
#include <vector>

#include "mubiao/rule.h"
#include "mubiao/unit.h"
#include "rules/fragments.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// A unit of the table and where it stands, to tell a spelling of it from a contradiction.
struct ReadSurface {
  std::string written;  // before folding
  std::string dimension;
  Number factor;
  Place place;
};

/// The canonical unit of a dimension and where it stands.
struct ReadSymbol {
  std::string dimension;
  Place place;
};

/// Dimensions and periods of all files, as read; surfaces and names are folded.
struct Vocables {
  std::vector<Dimension> dimensions;
  std::vector<NamedPeriod> periods;
  std::map<std::string, Place> dimension_places;
  std::map<std::string, ReadSurface> surfaces;
  std::map<std::string, ReadSymbol> symbols;
  std::map<std::string, Place> period_places;
};

/// Adds the [dimensions.NAME] tables of a file. Problems: E-UNIT, E-KEY, E-TYPE, E-LIMIT.
void read_dimensions(const Node& table, Vocables& out, Problems& problems);
/// Reports canonical units that are something else in another place of the table (E-UNIT). After all files are read;
/// UnitTable::create takes what no problem was found in.
void check_symbols(const Vocables& vocables, Problems& problems);
/// Adds the entries of a [periods] table. Problems: E-TYPE, E-ID.
void read_periods(const Node& table, Vocables& out, Problems& problems);

/// The fragments every rule file may use: {quantity…}, {unit.DIM}, {plan}, {period}, {year}, …
void add_builtin_fragments(const Vocables& vocables, FragmentTable& fragments);

}  // namespace mubiao::rules
