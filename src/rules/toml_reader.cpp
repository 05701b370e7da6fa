// TOML to a plain tree with places, and strict reading of its tables. The only file that sees toml++:
// header-only and without exceptions here, so that a syntax error is a value.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include "rules/toml_reader.h"

#include <fmt/format.h>
// toml++ 3.3 asserts what a file may well break ("a = [}"); without its assertions it goes on to report the error.
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT
#define TOML_ASSERT(condition) static_assert(true)
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(condition) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "rules/suggest.h"
#include "rules/toml_guard.h"

namespace mubiao::rules {
namespace {

Place to_place(const toml::source_region& region, const SourceFile& file, std::uint32_t index) {
  const std::uint32_t begin = file.offset(region.begin.line, region.begin.column);
  const std::uint32_t end = file.offset(region.end.line, region.end.column);
  return {index, begin, std::max(begin, end)};
}

Node to_node(const toml::node& value, const SourceFile& file, std::uint32_t index) {
  Node node;
  node.place = to_place(value.source(), file, index);
  if (const toml::table* table = value.as_table()) {
    node.type = Node::Type::kTable;
    for (const auto& [key, child] : *table) {
      node.entries.push_back(
          {reveal_characters(key.str()), to_place(key.source(), file, index), to_node(child, file, index)});
    }
    std::sort(node.entries.begin(), node.entries.end(),
              [](const Entry& a, const Entry& b) { return a.place.begin < b.place.begin; });
  } else if (const toml::array* array = value.as_array()) {
    node.type = Node::Type::kArray;
    for (const toml::node& item : *array) node.items.push_back(to_node(item, file, index));
  } else if (const auto* string = value.as_string()) {
    node.type = Node::Type::kString;
    node.text = reveal_characters(string->get());
  } else if (const auto* integer = value.as_integer()) {
    node.type = Node::Type::kInteger;
    node.integer = integer->get();
  } else if (const auto* boolean = value.as_boolean()) {
    node.type = Node::Type::kBoolean;
    node.integer = boolean->get() ? 1 : 0;
  } else {
    node.type = value.is_floating_point() ? Node::Type::kFloat : Node::Type::kDate;
  }
  return node;
}

struct TomlHint {
  std::string_view in_message;
  std::string_view help;
};
constexpr std::array kTomlHints = {
    TomlHint{"escape sequence", "in \"…\" a backslash is an escape; write patterns in literal strings: '…' or '''…'''"},
    TomlHint{"literal string: control characters", "a string in '…' ends on its own line: is the closing ' missing?"},
    TomlHint{"string: encountered end-of-file", "a string is never closed"},
    TomlHint{"cannot redefine existing", "the same key stands twice in one table: remove one of them"},
    TomlHint{"expected value", "a value stands behind '=': 'text', 12, [ … ] or { … }"},
};

void report_syntax(const toml::parse_error& error, const SourceFile& file, std::uint32_t index, Problems& problems) {
  const std::string revealed = reveal_characters(error.description());
  std::string_view description = revealed;
  constexpr std::string_view kPrefix = "Error while parsing ";
  if (description.starts_with(kPrefix)) description.remove_prefix(kPrefix.size());
  std::string_view help;
  for (const TomlHint& hint : kTomlHints) {
    if (help.empty() && description.find(hint.in_message) != std::string_view::npos) help = hint.help;
  }
  problems.error("E-TOML", to_place(error.source(), file, index), fmt::format("not valid TOML: {}", description),
                 std::string(help));
}

}  // namespace

std::string_view type_name(Node::Type type) {
  switch (type) {
    case Node::Type::kTable:
      return "a table";
    case Node::Type::kArray:
      return "an array";
    case Node::Type::kString:
      return "a string";
    case Node::Type::kInteger:
      return "an integer";
    case Node::Type::kFloat:
      return "a number with a decimal point";
    case Node::Type::kBoolean:
      return "true or false";
    case Node::Type::kDate:
      break;
  }
  return "a date or time";
}

void report_type(const Node& node, std::string_view name, std::string_view wanted, Problems& problems) {
  problems.error("E-TYPE", node.place, fmt::format("'{}' must be {}, but is {}", name, wanted, type_name(node.type)));
}

std::optional<std::string> read_text(const Entry& entry, Problems& problems) {
  if (entry.value.type == Node::Type::kString) return entry.value.text;
  if (entry.value.type == Node::Type::kInteger) return std::to_string(entry.value.integer);
  const bool number = entry.value.type == Node::Type::kFloat;
  report_type(entry.value, entry.key,
              number ? "a string (\"31.5\": digits count) or an integer" : "a string or an integer", problems);
  return std::nullopt;
}

std::optional<Node> parse_toml(const SourceFile& file, std::uint32_t index, Problems& problems) {
  if (file.text().size() > kLargestFile) {
    problems.error_in_file("E-LIMIT", index, "the file is larger than 4 MiB", "split it into several files of one set");
    return std::nullopt;
  }
  if (!is_safe_to_parse(file, index, problems)) return std::nullopt;
  const std::string hidden = hide_characters(file.text());
  const toml::parse_result result = toml::parse(std::string_view(hidden));
  if (!result) {
    report_syntax(result.error(), file, index, problems);
    return std::nullopt;
  }
  return to_node(result.table(), file, index);
}

const Entry* TableReader::find(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
  const auto found =
      std::find_if(table_.entries.begin(), table_.entries.end(), [key](const Entry& e) { return e.key == key; });
  return found == table_.entries.end() ? nullptr : &*found;
}

const Entry* TableReader::find(std::string_view key, Node::Type type) {
  const Entry* entry = find(key);
  if (entry == nullptr || entry->value.type == type) return entry;
  report_type(entry->value, key, type_name(type), problems_);
  return nullptr;
}

const Entry* TableReader::require(std::string_view key) {
  const Entry* entry = find(key);
  if (entry == nullptr) problems_.error("E-KEY", table_.place, fmt::format("{} needs the key '{}'", what_, key));
  return entry;
}

const Entry* TableReader::require(std::string_view key, Node::Type type) {
  return require(key) == nullptr ? nullptr : find(key, type);
}

std::string TableReader::string(std::string_view key, std::string otherwise) {
  const Entry* entry = find(key, Node::Type::kString);
  return entry == nullptr ? otherwise : entry->value.text;
}

std::int64_t TableReader::integer(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise) {
  const Entry* entry = find(key, Node::Type::kInteger);
  if (entry == nullptr) return otherwise;
  if (entry->value.integer >= least && entry->value.integer <= most) return entry->value.integer;
  problems_.error("E-TYPE", entry->value.place, fmt::format("'{}' must be from {} to {}", key, least, most));
  return otherwise;
}

bool TableReader::boolean(std::string_view key) {
  const Entry* entry = find(key, Node::Type::kBoolean);
  return entry != nullptr && entry->value.integer != 0;
}

std::vector<const Node*> TableReader::strings(std::string_view key) {
  std::vector<const Node*> out;
  const Entry* entry = find(key);
  if (entry == nullptr) return out;
  if (entry->value.type != Node::Type::kArray) report_type(entry->value, key, "an array of strings", problems_);
  for (const Node& item : entry->value.items) {
    if (item.type != Node::Type::kString) {
      report_type(item, key, "an array of strings", problems_);
    } else if (item.text.empty()) {
      problems_.error("E-TYPE", item.place, fmt::format("'{}' holds an empty string", key));
    } else {
      out.push_back(&item);
    }
  }
  return out;
}

std::vector<const Node*> TableReader::tables(std::string_view key) {
  std::vector<const Node*> out;
  const Entry* entry = find(key);
  if (entry == nullptr) return out;
  if (entry->value.type != Node::Type::kArray) {
    report_type(entry->value, key, "an array of tables", problems_);
    return out;
  }
  for (const Node& item : entry->value.items) {
    if (item.type == Node::Type::kTable) {
      out.push_back(&item);
    } else {
      report_type(item, key, "an array of tables", problems_);
    }
  }
  return out;
}

void TableReader::reject_other_keys() {
  for (const Entry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    if (problems_.full()) return;
    problems_.error("E-KEY", entry.place, fmt::format("unknown key '{}' in {}", entry.key, what_),
                    suggestion(entry.key, known_, "known keys:"));
  }
}

}  // namespace mubiao::rules
