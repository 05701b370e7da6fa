// How ids are spelled. The doors are is_id and read_id.
#include "rules/rule_id.h"

#include <fmt/format.h>

namespace mubiao::rules {
bool is_id(std::string_view id) {
  if (id.empty() || id.size() > 100 || id.ends_with('.') || id[0] < 'a' || id[0] > 'z') return false;
  char before = 'a';
  for (const char c : id) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!word && (c != '.' || before == '.')) return false;
    before = c;
  }
  return true;
}

std::string read_id(TableReader& reader, Problems& problems) {
  const Entry* id = reader.require("id", Node::Type::kString);
  if (id == nullptr || is_id(id->value.text)) return id == nullptr ? "" : id->value.text;
  problems.error("E-ID", id->value.place, fmt::format("'{}' is no id", id->value.text),
                 "ids are lower-case letters, digits, _ and -, in parts joined by dots: \"reach.level\"");
  return "";
}

}  // namespace mubiao::rules
