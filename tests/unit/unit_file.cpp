// Reads rules/units.toml for tests of the measure room, which knows nothing of rule files.

#include "unit_file.h"

#include <gtest/gtest.h>
#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>

#include <utility>
#include <vector>

namespace mubiao::testing {

UnitTable read_unit_file() {
  const toml::table file = toml::parse_file(MUBIAO_SOURCE_DIR "/rules/units.toml");
  std::vector<Dimension> dimensions;
  for (const auto& [name, node] : *file["dimensions"].as_table()) {
    const toml::table& table = *node.as_table();
    Dimension dimension;
    dimension.name = name.str();
    dimension.canonical = table["canonical"].value_or("");
    dimension.counter = table["counter"].value_or(false);
    if (const toml::array* words = table["words"].as_array()) {
      for (const toml::node& word : *words) dimension.surfaces.push_back({word.value_or(""), Number(1)});
    }
    if (const toml::table* factors = table["factors"].as_table()) {
      for (const auto& [surface, factor] : *factors) {
        const std::optional<Number> number = Number::parse(factor.value_or(""));
        EXPECT_TRUE(number) << surface.str();
        dimension.surfaces.push_back({std::string(surface.str()), number.value_or(Number())});
      }
    }
    dimensions.push_back(std::move(dimension));
  }
  Result<UnitTable> units = UnitTable::create(std::move(dimensions));
  if (!units) {
    for (const Diagnostic& error : units.error()) ADD_FAILURE() << error.message;
    return UnitTable();
  }
  return std::move(units).value();
}

}  // namespace mubiao::testing
