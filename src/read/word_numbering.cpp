// Numbering as Word counts it: a paragraph names a list and a level, the list names a definition, and what stands in
// the text is nowhere in the file.
//
// Door: WordNumbering::next.

#include "read/word_numbering.h"

#include <algorithm>

#include "read/number_text.h"

namespace mubiao::read {
namespace {

std::optional<std::size_t> level_number(std::string_view digits) {
  const long long level = number_of(digits, -1);
  if (level < 0 || level >= static_cast<long long>(WordNumbering::kLevels)) return std::nullopt;
  return static_cast<std::size_t>(level);
}

/// A way of numbering that only newer programs know has one for older ones beside it.
std::string_view way_of(pugi::xml_node level) {
  if (const std::string_view way = value_of(level, "numFmt"); !way.empty()) return way;
  return value_of(child_of(child_of(level, "AlternateContent"), "Fallback"), "numFmt");
}

}  // namespace

WordNumbering::Level WordNumbering::read_level(pugi::xml_node node) {
  Level level;
  level.start = number_of(value_of(node, "start"), 0);
  if (const std::string_view way = way_of(node); !way.empty()) level.format = way;
  level.text = value_of(node, "lvlText");
  std::replace_if(
      level.text.begin(), level.text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  level.style = value_of(node, "pStyle");
  level.restarts_after = number_of(value_of(node, "lvlRestart"), -1);
  level.digits_only = switch_of(node, "isLgl").value_or(false);
  level.spaced = value_of(node, "suff") != "nothing";
  return level;
}

void WordNumbering::read_definition(pugi::xml_node node) {
  Definition& definition = definitions_[std::string(attribute_of(node, "abstractNumId"))];
  definition.kept_in_style = value_of(node, "numStyleLink");
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) != "lvl") continue;
    if (const auto level = level_number(attribute_of(child, "ilvl"))) definition.levels[*level] = read_level(child);
  }
}

void WordNumbering::read_list(pugi::xml_node node) {
  const auto definition = definitions_.find(value_of(node, "abstractNumId"));
  if (definition == definitions_.end()) return;
  List list{.definition = &definition->second};
  for (const pugi::xml_node change : node.children()) {
    if (local_name(change) != "lvlOverride") continue;
    const auto level = level_number(attribute_of(change, "ilvl"));
    if (!level) continue;
    if (const pugi::xml_node changed = child_of(change, "lvl")) list.changed[*level] = read_level(changed);
    const std::string_view start = value_of(change, "startOverride");
    if (!start.empty()) list.starts[*level] = number_of(start, 0);
  }
  lists_.emplace(attribute_of(node, "numId"), std::move(list));
}

WordNumbering::WordNumbering(pugi::xml_node numbering) {
  std::map<std::string, std::string, std::less<>> definition_of_style;
  for (const pugi::xml_node node : numbering.children()) {
    if (local_name(node) != "abstractNum" || definitions_.size() >= kMostDefinitions) continue;
    read_definition(node);
    if (const std::string_view style = value_of(node, "styleLink"); !style.empty()) {
      definition_of_style.emplace(style, attribute_of(node, "abstractNumId"));
    }
  }
  for (auto& [id, definition] : definitions_) {
    const auto kept = definition_of_style.find(definition.kept_in_style);
    if (kept != definition_of_style.end()) definition.levels = definitions_[kept->second].levels;
  }
  for (const pugi::xml_node node : numbering.children()) {
    if (local_name(node) == "num" && lists_.size() < kMostLists) read_list(node);
  }
}

std::size_t WordNumbering::level_of(const List& list, const WordFormat& format, std::string_view style,
                                    std::string_view numbered_style) {
  if (format.level) return level_number(*format.level).value_or(0);
  for (const std::string_view name : {style, numbered_style}) {
    for (std::size_t level = 0; level < kLevels && !name.empty(); ++level) {
      if (list.level(level).style == name) return level;
    }
  }
  return 0;
}

void WordNumbering::advance(List& list, std::size_t level) {
  auto& counts = list.definition->counts;
  std::optional<long long>& count = counts[level];
  if (const auto start = list.starts.find(level); start != list.starts.end()) {
    count = start->second;
    list.starts.erase(start);
  } else {
    count = count ? *count + 1 : list.level(level).start;
  }
  for (std::size_t deeper = level + 1; deeper < kLevels; ++deeper) {
    const long long after = list.level(deeper).restarts_after;
    if (after < 0 || static_cast<long long>(level) < after) counts[deeper].reset();
  }
}

std::string WordNumbering::next(const WordFormat& format, std::string_view style, std::string_view numbered_style) {
  if (!format.list) return "";
  const auto found = lists_.find(*format.list);
  if (found == lists_.end()) return "";
  List& list = found->second;
  const std::size_t at = level_of(list, format, style, numbered_style);
  advance(list, at);
  const Level& level = list.level(at);
  if (level.format == "bullet") return std::string(kBullet);

  std::string number;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const char digit = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
    if (level.text[i] != '%' || digit < '1' || digit > '9') {
      number += level.text[i];
      continue;
    }
    const auto other = static_cast<std::size_t>(digit - '1');
    const Level& counted = list.level(other);
    const long long count = list.definition->counts[other].value_or(counted.start);
    number += number_text(count, level.digits_only ? "decimal" : counted.format);
    ++i;
  }
  if (!number.empty() && level.spaced) number += ' ';
  return number;
}

}  // namespace mubiao::read
