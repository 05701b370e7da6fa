// mubiao rules show: one rule as the engine has it, and where each part of it stands.
//
// Door: add_rules_show.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "output/column.h"
#include "output/json_writer.h"
#include "rules/suggest.h"
#include "rules/vocabulary.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string id;
  std::string format;
};

/// A line of the text: what it is, where it stands (nowhere: the program says so), what it says.
struct Row {
  std::string name;
  std::string place;
  std::string text;
};

std::string place_of(const Location& where) { return fmt::format("{}:{}", where.file, where.line); }

/// Rows of keys, one for the items of a list that stand on one line.
class KeyRows {
 public:
  explicit KeyRows(const Rule& rule) : rule_(rule) {}

  void value(const std::string& key, const std::string& text, std::vector<Row>& rows) const {
    const auto found =
        std::find_if(rule_.origins.begin(), rule_.origins.end(), [&](const KeyOrigin& o) { return o.key == key; });
    if (found != rule_.origins.end()) {
      rows.push_back({key, place_of(found->where), text});
    } else if (!text.empty()) {
      rows.push_back({key, "default", text});
    }
  }

  void list(const std::string& key, const std::vector<std::string>& items, std::vector<Row>& rows) const {
    std::size_t item = 0;
    std::string last;
    for (const KeyOrigin& origin : rule_.origins) {
      if (origin.key != key || item == items.size()) continue;
      const std::string place = place_of(origin.where);
      if (place == last) {
        rows.back().text += ", " + items[item++];
      } else {
        rows.push_back({key, place, items[item++]});
      }
      last = place;
    }
  }

 private:
  const Rule& rule_;
};

std::string where_looked(const Unless& unless) {
  return std::string(rules::unless_scope_names()[static_cast<std::size_t>(unless.scope)]);
}

void add_example(std::vector<Row>& rows, const Example& example) {
  rows.push_back({"example", place_of(example.where), example.text});
  for (const ExpectedFields& fields : example.expect) {
    std::string gives = "gives";
    for (const auto& [name, value] : fields) {
      fmt::format_to(std::back_inserter(gives), "  {} = {}", name, value.value_or("null"));
    }
    rows.push_back({"", "", gives});
  }
  if (example.expect.empty()) {
    rows.push_back({"", "", example.because.empty() ? "silent" : "silent: " + example.because});
  }
  if (!example.todo.empty()) rows.push_back({"", "", "todo: " + example.todo});
}

std::vector<Row> describe(const Rule& rule, const RuleSet& set) {
  std::vector<Row> rows = {{"rules", "", set.name_and_version()}};
  const KeyRows keys(rule);
  keys.value("id", rule.id, rows);
  keys.value("kind", std::string(to_string(rule.kind)), rows);
  keys.value("description", rule.description, rows);
  keys.value("status", rule.status, rows);
  keys.value("rev", std::to_string(rule.rev), rows);
  keys.value("priority", std::to_string(rule.priority), rows);
  keys.list("tags", rule.tags, rows);
  keys.list("references", rule.references, rows);
  keys.list("keywords", rule.keywords, rows);
  for (const auto& [field, value] : rule.set) keys.value("set." + field, value, rows);
  keys.value("pattern", rule.written, rows);
  if (rule.pattern != rule.written) rows.push_back({"", "", "RE2 gets  " + rule.pattern});
  for (const Unless& unless : rule.unless) {
    rows.push_back({"unless", place_of(unless.where),
                    fmt::format("{} in {}: {}", unless.id, where_looked(unless), unless.pattern)});
  }
  for (const Example& example : rule.examples) add_example(rows, example);
  return rows;
}

std::string to_text(const std::vector<Row>& rows) {
  constexpr std::size_t kGap = 2;
  std::size_t names = 0, places = 0;
  for (const Row& row : rows) {
    names = std::max(names, display_width(row.name) + kGap);
    places = std::max(places, display_width(row.place) + kGap);
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line = row.name;
    output::pad_to(line, names);
    line += row.place;
    output::pad_to(line, names + places);
    line += row.text;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    out += line + '\n';
  }
  return out;
}

void write_place(output::JsonWriter& json, const Location& where) {
  json.field("file", where.file);
  json.field("line", where.line);
  json.field("column", where.column);
}

void write_lists(output::JsonWriter& json, const Rule& rule) {
  json.key("unless");
  json.begin_array();
  for (const Unless& unless : rule.unless) {
    json.begin_object();
    json.field("id", unless.id);
    json.field("in", where_looked(unless));
    json.field("pattern", unless.pattern);
    write_place(json, unless.where);
    json.end_object();
  }
  json.end_array();
  json.key("examples");
  json.begin_array();
  for (const Example& example : rule.examples) {
    json.begin_object();
    json.field("text", example.text);
    json.field("source", example.source);
    json.key("expect");
    json.begin_array();
    for (const ExpectedFields& fields : example.expect) {
      json.begin_object();
      for (const auto& [name, value] : fields) json.field(name, value);
      json.end_object();
    }
    json.end_array();
    json.field("because", example.because);
    json.field("todo", example.todo);
    write_place(json, example.where);
    json.end_object();
  }
  json.end_array();
  json.key("origins");
  json.begin_array();
  for (const KeyOrigin& origin : rule.origins) {
    json.begin_object();
    json.field("key", origin.key);
    write_place(json, origin.where);
    json.end_object();
  }
  json.end_array();
}

std::string to_json(const Rule& rule, const RuleSet& set) {
  std::string out;
  output::JsonWriter json(out);
  json.begin_object();
  json.field("rules", set.name_and_version());
  json.field("id", rule.id);
  json.field("kind", to_string(rule.kind));
  json.field("description", rule.description);
  json.field("status", rule.status);
  json.field("rev", rule.rev);
  json.field("priority", rule.priority);
  json.field("tags", rule.tags);
  json.field("references", rule.references);
  json.field("keywords", rule.keywords);
  json.key("set");
  json.begin_object();
  for (const auto& [field, value] : rule.set) json.field(field, value);
  json.end_object();
  json.field("pattern", rule.pattern);
  json.field("written", rule.written);
  write_lists(json, rule);
  json.end_object();
  return out + "\n";
}

ExitCode run_show(const Arguments& arguments, const Messages& messages) {
  const std::optional<RuleSet> rules = load_whole_rules(arguments.paths, messages);
  if (!rules) return ExitCode::kRules;
  if (const Rule* rule = rules->find(arguments.id)) {
    return print(arguments.format == "json" ? to_json(*rule, *rules) : to_text(describe(*rule, *rules)), messages);
  }
  std::vector<std::string_view> ids;
  for (const Rule& each : rules->rules()) ids.push_back(each.id);
  const std::string_view close = rules::closest(arguments.id, ids);
  messages.show(usage_error(fmt::format("no rule '{}'", arguments.id),
                            close.empty() ? "mubiao rules list shows all" : fmt::format("did you mean '{}'?", close)));
  return ExitCode::kUsage;
}

}  // namespace

Command add_rules_show(CLI::App& group) {
  CLI::App* show = group.add_subcommand("show", "show one rule as the engine has it, and where each part of it stands");
  auto arguments = std::make_shared<Arguments>();
  show->add_option("id", arguments->id, "the rule")->type_name("ID")->required();
  add_format_option(*show, arguments->format, {"text", "json"});
  add_rules_option(*show, arguments->paths);
  show->footer(
      "What is inherited or overridden is put together; fragments are put in.\n\n"
      "Examples:\n"
      "  mubiao rules show target.reach\n"
      "  mubiao rules show -r mine.toml target.reach -f json | jq '.origins[] | select(.file == \"mine.toml\") | "
      ".key'");
  return {show, [arguments](const Messages& messages) { return run_show(*arguments, messages); }};
}

}  // namespace mubiao::cli
