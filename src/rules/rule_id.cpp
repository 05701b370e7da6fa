// How ids are spelled. The door is read_id.
#include "rules/rule_id.h"

#include <fmt/format.h>

#include <string_view>

namespace mubiao::rules {
namespace {

// a-z 0-9 _ -, in parts joined by single dots, a letter first.
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

}  // namespace

std::string read_id(TableReader& reader, Problems& problems) {
  const Entry* id = reader.require("id", Node::Type::kString);
  if (id == nullptr || is_id(id->value.text)) return id == nullptr ? "" : id->value.text;
  problems.error("E-ID", id->value.place, fmt::format("'{}' is no id", id->value.text),
                 "ids are lower-case letters, digits, _ and -, in parts joined by dots: \"reach.level\"");
  return "";
}

}  // namespace mubiao::rules
