// The one layout of rule files. Works on what the author wrote (toml_lines.h), not on values, so that comments and
// strings stay. The door is lay_out; here is the order of things, how they look is in line_printer.cpp.
#include "mubiao/rule_layout.h"

#include <algorithm>
#include <stdexcept>

#include "rules/line_printer.h"
#include "rules/table_keys.h"
#include "rules/toml_lines.h"
#include "rules/toml_reader.h"

namespace mubiao {
namespace rules {
namespace {

using Path = std::vector<std::string_view>;

std::span<const TableKey> keys_of(const Path& path) {
  if (path.empty()) return file_keys();
  if (path == Path{"rules"}) return rule_keys();
  if (path == Path{"eval"}) return eval_keys();
  if (path == Path{"rules", "unless"}) return unless_keys();
  if (path == Path{"rules", "examples"}) return example_keys();
  if (path.size() == 2 && path.front() == "dimensions") return dimension_keys();
  if (path.size() == 3 && path[0] == "override" && path[1] == "dimensions") return dimension_keys();
  if (path.size() == 2 && path.front() == "lints") return lint_keys();
  return {};
}

/// Place in the order of keys; unknown ones come last.
std::size_t rank(std::span<const TableKey> keys, std::string_view name) {
  return static_cast<std::size_t>(
      std::find_if(keys.begin(), keys.end(), [&](const TableKey& key) { return key.name == name; }) - keys.begin());
}

void sort_entries(LineTable& table) {
  const std::span<const TableKey> keys = keys_of(path_of(table));
  if (keys.empty()) return;
  std::stable_sort(table.entries.begin(), table.entries.end(), [&](const LineEntry& a, const LineEntry& b) {
    return rank(keys, unquoted(a.key.front())) < rank(keys, unquoted(b.key.front()));
  });
}

/// What a file begins with is about the file, whichever key comes first.
void keep_head(LineFile& file) {
  std::vector<LineEntry>& entries = file.tables.front().entries;
  if (entries.empty()) return;
  file.tables.front().lines = std::move(entries.front().lines);
  entries.front().lines.clear();
}

/// Within each rule its clauses stand before its examples.
void sort_tables(std::vector<LineTable>& tables) {
  const auto is_part = [](const LineTable& table) {
    const Path path = path_of(table);
    return path.size() > 1 && path.front() == "rules";
  };
  for (auto begin = tables.begin(); begin != tables.end();) {
    begin = std::find_if(begin, tables.end(), is_part);
    const auto end = std::find_if_not(begin, tables.end(), is_part);
    std::stable_sort(begin, end, [](const LineTable& a, const LineTable& b) {
      return rank(rule_keys(), unquoted(a.path[1])) < rank(rule_keys(), unquoted(b.path[1]));
    });
    begin = end;
  }
}

bool same_value(const Node& a, const Node& b);

std::vector<const Entry*> by_key(const Node& table) {
  std::vector<const Entry*> out;
  for (const Entry& entry : table.entries) out.push_back(&entry);
  std::sort(out.begin(), out.end(), [](const Entry* a, const Entry* b) { return a->key < b->key; });
  return out;
}

bool same_value(const Node& a, const Node& b) {
  if (a.type != b.type || a.text != b.text || a.integer != b.integer) return false;
  const std::vector<const Entry*> left = by_key(a);
  const std::vector<const Entry*> right = by_key(b);
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value) &&
         std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Entry* x, const Entry* y) { return x->key == y->key && same_value(x->value, y->value); });
}

}  // namespace
}  // namespace rules

Result<std::string> lay_out(const RuleFile& file) {
  const std::vector<rules::SourceFile> before = {rules::SourceFile(file)};
  rules::Problems problems(before);
  const std::optional<rules::Node> meant = rules::parse_toml(before.front(), 0, problems);
  if (!meant) return problems.take();

  rules::LineFile lines = rules::read_lines(before.front().text());
  rules::keep_head(lines);
  for (rules::LineTable& table : lines.tables) rules::sort_entries(table);
  rules::sort_tables(lines.tables);
  std::string out = rules::print_lines(lines);

  const std::vector<rules::SourceFile> after = {rules::SourceFile({file.name, out})};
  rules::Problems damage(after);
  const std::optional<rules::Node> says = rules::parse_toml(after.front(), 0, damage);
  if (!says || !rules::same_value(*meant, *says))
    throw std::logic_error("laying out " + file.name + " would change it");
  return out;
}

}  // namespace mubiao
