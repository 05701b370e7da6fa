// One [[rules]] table: its keys, `set`, the groups of its pattern, its unless clauses and examples. The door is
// read_rule.
#include "rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "mubiao/normalize.h"
#include "rules/example_reader.h"
#include "rules/rule_id.h"
#include "rules/slots.h"
#include "rules/suggest.h"
#include "rules/unless_reader.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kMostUnless = 1000;
constexpr std::size_t kMostExamples = 10'000;
constexpr std::array<std::string_view, 3> kStatus = {"experimental", "stable", "deprecated"};

std::vector<std::string_view> set_key_names(const KindVocabulary& words) {
  std::vector<std::string_view> out;
  for (const SetKey& key : words.set) out.push_back(key.name);
  return out;
}

void read_set(const Entry& set, Rule& rule, Problems& problems) {
  const KindVocabulary& words = vocabulary(rule.kind);
  for (const Entry& entry : set.value.entries) {
    if (problems.full()) return;
    const auto key =
        std::find_if(words.set.begin(), words.set.end(), [&](const SetKey& k) { return k.name == entry.key; });
    if (key == words.set.end()) {
      problems.error("E-KEY", entry.place,
                     fmt::format("'{}' cannot be set by a rule of kind {}", entry.key, words.name),
                     suggestion(entry.key, set_key_names(words), "known keys:"));
      continue;
    }
    const std::optional<std::string> text = read_text(entry, problems);
    if (!text) continue;
    if (!key->values.empty() && !contains(key->values, *text)) {
      problems.error("E-TYPE", entry.value.place, fmt::format("'{}' is no value of '{}'", *text, entry.key),
                     suggestion(*text, {key->values.begin(), key->values.end()}, "known values:"));
      continue;
    }
    rule.set.emplace(entry.key, *text);
  }
}

// Groups of a rule's pattern: named, of the vocabulary, each once.
void check_groups(const PatternDraft& pattern, const Rule& rule, Problems& problems) {
  const KindVocabulary& words = vocabulary(rule.kind);
  std::map<std::string_view, const Group*> seen;
  for (const Group& group : pattern.scan.groups) {
    if (group.name.empty()) {
      problems.error("E-GROUP", pattern.place(group),
                     fmt::format("a group of the rule '{}' captures but has no name", rule.id),
                     "write (?:…) to group without capturing");
      continue;
    }
    if (!contains(words.groups, group.name)) {
      const std::string none = fmt::format("rules of kind {} have no named groups: write (?:…)", words.name);
      problems.error("E-GROUP", pattern.place(group),
                     fmt::format("'{}' names no group of a rule of kind {}", group.name, words.name),
                     words.groups.empty()
                         ? none
                         : suggestion(group.name, {words.groups.begin(), words.groups.end()}, "known groups:"));
      continue;
    }
    const auto [first, added] = seen.try_emplace(group.name, &group);
    if (added) continue;
    problems.error(
        "E-DUPNAME", pattern.place(group),
        fmt::format("the group '{}' stands twice in one pattern, and only the first would count", group.name),
        fmt::format("the first is at {}; write two rules, or one group around the alternatives",
                    problems.location_text(pattern.place(*first->second))));
  }
}

void check_template(const Entry& set, const RuleDraft& draft, const std::vector<SourceFile>& files,
                    Problems& problems) {
  for (const Entry& entry : set.value.entries) {
    if (entry.key == "indicator" && draft.rule.set.contains(entry.key)) {
      check_slots(entry.value, draft, files[entry.place.file], problems);
    }
  }
}

void read_plain_keys(TableReader& reader, Rule& rule, Problems& problems) {
  rule.description = reader.string("description");
  rule.rev = static_cast<int>(reader.integer("rev", 1, 1000000, 1));
  rule.priority = static_cast<int>(reader.integer("priority", 0, 1000, 50));
  for (const Node* keyword : reader.strings("keywords")) rule.keywords.push_back(fold_characters(keyword->text));
  if (const Entry* status = reader.find("status", Node::Type::kString)) {
    rule.status = status->value.text;
    if (!contains(kStatus, rule.status)) {
      problems.error("E-TYPE", status->value.place, fmt::format("'{}' is no status", rule.status),
                     suggestion(rule.status, {kStatus.begin(), kStatus.end()}, "known:"));
    }
  }
  for (const Node* tag : reader.strings("tags")) rule.tags.push_back(tag->text);
  for (const Node* reference : reader.strings("references")) rule.references.push_back(reference->text);
}

// The tables, if there are not too many; else reports the first of these and returns those before.
std::vector<const Node*> at_most(std::size_t most, std::string_view what, std::vector<const Node*> tables,
                                 Problems& problems) {
  if (tables.size() > most) {
    problems.error("E-LIMIT", tables[most]->place, fmt::format("the rule has more than {} {}", most, what),
                   "split it into several rules");
    tables.resize(most);
  }
  return tables;
}

// Unless clauses and examples have places of their own.
std::vector<KeyOrigin> read_origins(const Node& table, const Problems& problems) {
  std::vector<KeyOrigin> out;
  for (const Entry& entry : table.entries) {
    if (entry.key == "unless" || entry.key == "examples") continue;
    if (entry.key == "set") {
      for (const Entry& each : entry.value.entries) out.push_back({"set." + each.key, problems.location(each.place)});
    } else if (entry.value.type == Node::Type::kArray && entry.key != "pattern") {
      for (const Node& item : entry.value.items) out.push_back({entry.key, problems.location(item.place)});
    } else {
      out.push_back({entry.key, problems.location(entry.place)});
    }
  }
  return out;
}

}  // namespace

std::optional<RuleDraft> read_rule(const Node& table, const std::vector<SourceFile>& files, Problems& problems) {
  TableReader reader(table, "[[rules]]", problems);
  RuleDraft draft;
  Rule& rule = draft.rule;
  rule.id = read_id(reader, problems);
  const Entry* id = reader.find("id");
  draft.id_place = id == nullptr ? table.place : id->value.place;
  const Entry* kind = reader.require("kind", Node::Type::kString);
  if (kind == nullptr) return std::nullopt;
  const std::optional<RuleKind> known = parse_rule_kind(kind->value.text);
  if (!known) {
    problems.error("E-TYPE", kind->value.place, fmt::format("'{}' is no kind of rule", kind->value.text),
                   suggestion(kind->value.text, kind_names(), "known kinds:"));
    return std::nullopt;
  }
  rule.kind = *known;
  read_plain_keys(reader, rule, problems);
  const Entry* set = reader.find("set", Node::Type::kTable);
  if (set != nullptr) read_set(*set, rule, problems);
  draft.pattern = read_pattern_draft(reader, files, problems);
  if (draft.pattern) {
    rule.where = problems.location(draft.pattern->text.place(0, 1));
    check_groups(*draft.pattern, rule, problems);
  }
  if (set != nullptr) check_template(*set, draft, files, problems);
  for (const Node* unless : at_most(kMostUnless, "unless clauses", reader.tables("unless"), problems)) {
    read_unless(*unless, draft, files, problems);
  }
  for (const Node* example : at_most(kMostExamples, "examples", reader.tables("examples"), problems)) {
    read_example(*example, draft, problems);
  }
  reader.boolean("override");
  reader.reject_other_keys();
  rule.origins = read_origins(table, problems);
  return draft;
}

}  // namespace mubiao::rules
