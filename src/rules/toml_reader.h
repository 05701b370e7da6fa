#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/source.h"

namespace mubiao::rules {

struct Entry;

/// A value of a TOML file with its place. Entries of a table stand in the order of the file.
struct Node {
  enum class Type { kTable, kArray, kString, kInteger, kFloat, kBoolean, kDate };
  Type type = Type::kTable;
  std::string text;          // of a string
  std::int64_t integer = 0;  // of an integer; a boolean is 0 or 1
  std::vector<Entry> entries;
  std::vector<Node> items;
  Place place;
};

struct Entry {
  std::string key;
  Place place;
  Node value;
};

/// "a string", "an array", …
std::string_view type_name(Node::Type type);

inline constexpr std::size_t kLargestFile = 4u << 20;

/// The table of a whole file, or nullopt after reporting E-TOML or E-LIMIT.
std::optional<Node> parse_toml(const SourceFile& file, std::uint32_t index, Problems& problems);

/// Reads a table strictly: what has the wrong type, and every key that was never asked for, is a problem.
class TableReader {
 public:
  /// `what` names the table in messages: "[[rules]]".
  TableReader(const Node& table, std::string what, Problems& problems)
      : table_(table), what_(std::move(what)), problems_(problems) {}

  /// The entry, or nullptr if the key is absent.
  const Entry* find(std::string_view key);
  /// The entry if it has this type; another type is reported.
  const Entry* find(std::string_view key, Node::Type type);
  const Entry* require(std::string_view key);
  const Entry* require(std::string_view key, Node::Type type);

  std::string string(std::string_view key, std::string otherwise = "");
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
  bool boolean(std::string_view key);
  /// An array of strings that are not empty.
  std::vector<const Node*> strings(std::string_view key);
  /// The tables of [[key]].
  std::vector<const Node*> tables(std::string_view key);

  /// Reports every key that none of the calls above asked for.
  void reject_other_keys();

 private:
  const Node& table_;
  std::string what_;
  Problems& problems_;
  std::vector<std::string_view> known_;
};

/// E-TYPE: `name` must be `wanted`, but is what `node` is.
void report_type(const Node& node, std::string_view name, std::string_view wanted, Problems& problems);

/// The text of a value that may be written as a string or as an integer; anything else is reported.
std::optional<std::string> read_text(const Entry& entry, Problems& problems);

}  // namespace mubiao::rules
