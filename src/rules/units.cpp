// Units and named periods: read from their tables, and turned into the fragments that match them, so that
// nothing can be recognized that cannot be converted.
#include "rules/units.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "mubiao/normalize.h"
#include "rules/placeholders.h"

namespace mubiao::rules {
namespace {

// Placeholders of dimensions end where those of composed units and bare numbers begin.
constexpr std::size_t kMostDimensions = placeholder::kQuantityComposed - placeholder::kQuantityFirst;
constexpr std::size_t kMostSurfaces = 10000;
constexpr std::size_t kLongestSurface = 63;

// As fragments are named, since {unit.NAME} and {quantity.NAME} are made of it.
bool is_dimension_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

// Spellings that fold to one text (㎾ and kW) are one unit, if they agree.
void add_surface(Dimension& dimension, const std::string& written, const Number& factor, Place place, Vocables& out,
                 Problems& problems) {
  std::string surface = fold_characters(written);
  if (surface.empty() || surface.size() > kLongestSurface) {
    problems.error("E-UNIT", place,
                   fmt::format("a unit of '{}' is empty or longer than {} bytes", dimension.name, kLongestSurface));
    return;
  }
  const auto [at, added] = out.surfaces.try_emplace(surface, ReadSurface{written, dimension.name, factor, place});
  if (!added) {
    const ReadSurface& other = at->second;
    if (other.written != written && other.dimension == dimension.name && other.factor == factor) return;
    problems.error(
        "E-UNIT-DUP", place, fmt::format("the unit '{}' stands twice in the unit table", written),
        fmt::format("the other is at {}; a unit can mean one thing only", problems.location_text(other.place)));
    return;
  }
  if (out.surfaces.size() == kMostSurfaces + 1) {
    problems.error("E-LIMIT", place, fmt::format("the set has more than {} units", kMostSurfaces));
  }
  dimension.surfaces.push_back({std::move(surface), factor});
}

void add_factor(Dimension& dimension, const Entry& entry, Vocables& out, Problems& problems) {
  std::optional<Number> factor;
  if (entry.value.type == Node::Type::kInteger) {
    factor = Number(static_cast<long>(entry.value.integer));
  } else if (entry.value.type == Node::Type::kString) {
    factor = Number::parse(entry.value.text);
  } else {
    report_type(entry.value, entry.key, "an integer or a string such as \"0.001\" or \"1/15\"", problems);
    return;
  }
  if (!factor || !(Number(0) < *factor)) {
    problems.error("E-UNIT-FACTOR", entry.value.place,
                   fmt::format("the factor of '{}' is no number above zero", entry.key),
                   fmt::format("write how many {} one {} is: \"0.001\", \"1/15\", 1000",
                               dimension.canonical.empty() ? "of the canonical unit" : dimension.canonical, entry.key));
    return;
  }
  add_surface(dimension, entry.key, *factor, entry.place, out, problems);
}

// Units without factors: only what counts things has such.
void report_bare_units(const Entry& units, const Dimension& dimension, Problems& problems) {
  problems.error(
      "E-UNIT-FACTOR", units.place,
      fmt::format("the units of '{}' have no factors, so that nothing can be converted", dimension.name),
      fmt::format("write factors = {{ \"千瓦\" = \"1/1000\", … }}: how many {} one of each is; or counter = true, "
                  "if these words only count things",
                  dimension.canonical.empty() ? "of the canonical unit" : dimension.canonical));
}

// The unit that values are converted into, and that results name: one dimension each.
void add_symbol(Dimension& dimension, const Node& canonical, Vocables& out, Problems& problems) {
  dimension.canonical = canonical.text;
  if (dimension.canonical.empty()) {
    problems.error("E-UNIT", canonical.place, "'canonical' is empty");
    return;
  }
  const auto [other, added] =
      out.symbols.try_emplace(fold_characters(dimension.canonical), ReadSymbol{dimension.name, canonical.place});
  if (added) return;
  problems.error("E-UNIT", canonical.place,
                 fmt::format("'{}' is the canonical unit of two dimensions", dimension.canonical),
                 fmt::format("the other is '{}', at {}; its values could not be told from these",
                             other->second.dimension, problems.location_text(other->second.place)));
}

void read_dimension(const Entry& entry, Vocables& out, Problems& problems) {
  Dimension dimension;
  dimension.name = entry.key;
  const std::string what = fmt::format("[dimensions.{}]", entry.key);
  TableReader reader(entry.value, what, problems);
  dimension.counter = reader.boolean("counter");
  if (dimension.counter) {
    reader.require("words");
    for (const Node* word : reader.strings("words")) {
      add_surface(dimension, word->text, Number(1), word->place, out, problems);
    }
  } else {
    if (const Entry* canonical = reader.require("canonical", Node::Type::kString)) {
      add_symbol(dimension, canonical->value, out, problems);
    }
    const auto& keys = entry.value.entries;
    const bool words = std::any_of(keys.begin(), keys.end(), [](const Entry& e) { return e.key == "words"; });
    const Entry* bare = words ? reader.find("words") : nullptr;  // to suggest it would mislead
    const Entry* factors = bare == nullptr ? reader.require("factors") : reader.find("factors");
    if (factors != nullptr && factors->value.type != Node::Type::kTable) bare = factors;
    if (bare != nullptr) {
      report_bare_units(*bare, dimension, problems);
    } else if (factors != nullptr) {
      for (const Entry& factor : factors->value.entries) add_factor(dimension, factor, out, problems);
    }
  }
  reader.reject_other_keys();
  const Entry* units = reader.find(dimension.counter ? "words" : "factors");
  const Node::Type wanted = dimension.counter ? Node::Type::kArray : Node::Type::kTable;
  if (units != nullptr && units->value.type == wanted && units->value.items.empty() && units->value.entries.empty()) {
    const auto needs = dimension.counter ? "words = [\"家\", …]" : "factors = { \"千瓦\" = \"0.001\", … }";
    problems.error("E-UNIT", entry.place, fmt::format("{} has no units", what), fmt::format("give it {}", needs));
  }
  out.dimensions.push_back(std::move(dimension));
}

std::string placeholder_regex(char32_t character) {
  return fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(character));
}

// Longest first: RE2 takes the first alternative that fits, and 千瓦 begins 千瓦时.
std::string alternation(std::vector<std::string_view> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += '|';
    out += re2::RE2::QuoteMeta(re2::StringPiece(word.data(), word.size()));
  }
  return out;
}

}  // namespace

void read_dimensions(const Node& table, Vocables& out, Problems& problems) {
  for (const Entry& entry : table.entries) {
    if (entry.value.type != Node::Type::kTable) {
      report_type(entry.value, entry.key, "a table: [dimensions.NAME]", problems);
      continue;
    }
    if (!is_dimension_name(entry.key) || entry.key == "composed") {
      problems.error("E-UNIT", entry.place, fmt::format("'{}' cannot name a dimension", entry.key),
                     "names are a-z 0-9 _ and dots; 'composed' is taken");
      continue;
    }
    const auto [other, added] = out.dimension_places.try_emplace(entry.key, entry.place);
    if (!added) {
      problems.error("E-UNIT", entry.place, fmt::format("the dimension '{}' is defined twice", entry.key),
                     fmt::format("the other definition is at {}", problems.location_text(other->second)));
      continue;
    }
    const auto nested = std::find_if(entry.value.entries.begin(), entry.value.entries.end(), [](const Entry& e) {
      return e.value.type == Node::Type::kTable && e.key != "factors";
    });
    if (nested != entry.value.entries.end()) {
      problems.error(
          "E-UNIT", nested->place, fmt::format("'{}' is a table inside the dimension '{}'", nested->key, entry.key),
          fmt::format("a name that holds a dot stands in quotes: [dimensions.\"{}.{}\"]", entry.key, nested->key));
      continue;
    }
    if (out.dimensions.size() == kMostDimensions) {
      problems.error("E-LIMIT", entry.place, fmt::format("the set has more than {} dimensions", kMostDimensions));
      return;
    }
    read_dimension(entry, out, problems);
  }
}

void check_symbols(const Vocables& vocables, Problems& problems) {
  for (const auto& [symbol, canonical] : vocables.symbols) {
    const auto entry = vocables.surfaces.find(symbol);
    if (entry == vocables.surfaces.end()) continue;
    const ReadSurface& surface = entry->second;
    if (surface.dimension != canonical.dimension) {
      problems.error(
          "E-UNIT", surface.place,
          fmt::format("'{}' is a unit of '{}' and the canonical unit of '{}'", surface.written, surface.dimension,
                      canonical.dimension),
          fmt::format("the other is at {}; a unit can mean one thing only", problems.location_text(canonical.place)));
    } else if (!(surface.factor == Number(1))) {
      problems.error("E-UNIT", surface.place,
                     fmt::format("'{}' is the canonical unit of '{}', but its factor is not 1", surface.written,
                                 surface.dimension),
                     "write 1, or give the dimension another canonical unit");
    }
  }
}

void read_periods(const Node& table, Vocables& out, Problems& problems) {
  const auto is_year = [](const Node& node) {
    return node.type == Node::Type::kInteger && node.integer >= 1000 && node.integer <= 9999;
  };
  for (const Entry& entry : table.entries) {
    const std::vector<Node>& years = entry.value.items;
    if (entry.key.empty() || years.size() != 2 || !is_year(years[0]) || !is_year(years[1]) ||
        years[0].integer > years[1].integer) {
      problems.error("E-TYPE", entry.value.place, fmt::format("the period '{}' is not given by two years", entry.key),
                     "write the first and the last year: [2021, 2025]");
      continue;
    }
    const auto [other, added] = out.period_places.try_emplace(entry.key, entry.place);
    if (!added) {
      problems.error("E-ID", entry.place, fmt::format("the period '{}' is defined twice", entry.key),
                     fmt::format("the other definition is at {}", problems.location_text(other->second)));
      continue;
    }
    out.periods.push_back(
        {fold_characters(entry.key), static_cast<int>(years[0].integer), static_cast<int>(years[1].integer)});
  }
}

void add_builtin_fragments(const Vocables& vocables, FragmentTable& fragments) {
  fragments.add_builtin("quantity",
                        fmt::format("[{}-{}]", placeholder_regex(placeholder::kQuantityFirst),
                                    placeholder_regex(placeholder::kQuantityLast)),
                        true);
  for (const Placeholder& name : placeholders()) {
    fragments.add_builtin(std::string(name.name), placeholder_regex(name.character), true);
  }
  for (std::size_t i = 0; i < vocables.dimensions.size(); ++i) {
    const Dimension& dimension = vocables.dimensions[i];
    fragments.add_builtin("quantity." + dimension.name,
                          placeholder_regex(placeholder::kQuantityFirst + static_cast<char32_t>(i)), true);
    std::vector<std::string_view> surfaces;
    for (const UnitSurface& surface : dimension.surfaces) surfaces.push_back(surface.surface);
    fragments.add_builtin("unit." + dimension.name, alternation(std::move(surfaces)), false);
  }
  std::vector<std::string_view> plans;
  for (const NamedPeriod& period : vocables.periods) plans.push_back(period.name);
  if (!plans.empty()) fragments.add_builtin("plan", alternation(std::move(plans)), false);
}

}  // namespace mubiao::rules
