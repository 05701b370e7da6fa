// One [[rules]] table: keys, set, unless, examples; then its patterns. The doors are read_rule, compile_rule and
// check_because, called in that order with all fragments known in between.
#include "rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "mubiao/normalize.h"
#include "rules/compile.h"
#include "rules/literals.h"
#include "rules/suggest.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kLongestExample = 64u << 10;
constexpr std::array<std::string_view, 3> kStatus = {"experimental", "stable", "deprecated"};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string_view> set_key_names(const KindVocabulary& words) {
  std::vector<std::string_view> out;
  for (const SetKey& key : words.set) out.push_back(key.name);
  return out;
}

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

std::string read_id(TableReader& reader, Problems& problems) {
  const Entry* id = reader.require("id", Node::Type::kString);
  if (id == nullptr || is_id(id->value.text)) return id == nullptr ? "" : id->value.text;
  problems.error("E-ID", id->value.place, fmt::format("'{}' is no id", id->value.text),
                 "ids are lower-case letters, digits, _ and -, in parts joined by dots: \"reach.level\"");
  return "";
}

// Text of a value that may be written as a string or as an integer.
std::optional<std::string> read_text(const Entry& entry, Problems& problems) {
  if (entry.value.type == Node::Type::kString) return entry.value.text;
  if (entry.value.type == Node::Type::kInteger) return std::to_string(entry.value.integer);
  const bool number = entry.value.type == Node::Type::kFloat;
  report_type(entry.value, entry.key,
              number ? "a string (\"31.5\": digits count) or an integer" : "a string or an integer", problems);
  return std::nullopt;
}

void read_set(const Entry& set, Rule& rule, Problems& problems) {
  const KindVocabulary& words = vocabulary(rule.kind);
  for (const Entry& entry : set.value.entries) {
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

std::optional<PatternDraft> read_pattern_draft(TableReader& reader, const SourceFile& file, Problems& problems) {
  const Entry* entry = reader.require("pattern");
  if (entry == nullptr) return std::nullopt;
  std::optional<PatternText> text = read_pattern(*entry, file, problems);
  if (!text) return std::nullopt;
  PatternDraft draft{*std::move(text), {}};
  draft.scan = scan_pattern(draft.text, problems);
  if (!draft.scan.ok) return std::nullopt;
  return draft;
}

void report_group(const PatternDraft& pattern, const Group& group, std::string message, std::string help,
                  Problems& problems) {
  problems.error("E-GROUP", pattern.text.place(group.begin, group.end), std::move(message), std::move(help));
}

// Groups of a rule's pattern: named, of the vocabulary, each once.
void check_groups(const PatternDraft& pattern, const Rule& rule, Problems& problems) {
  const KindVocabulary& words = vocabulary(rule.kind);
  std::map<std::string_view, const Group*> seen;
  for (const Group& group : pattern.scan.groups) {
    if (group.name.empty()) {
      report_group(pattern, group, fmt::format("a group of the rule '{}' captures but has no name", rule.id),
                   "write (?:…) to group without capturing", problems);
      continue;
    }
    if (!contains(words.groups, group.name)) {
      const std::string none = fmt::format("rules of kind {} have no named groups: write (?:…)", words.name);
      report_group(pattern, group, fmt::format("'{}' names no group of a rule of kind {}", group.name, words.name),
                   words.groups.empty()
                       ? none
                       : suggestion(group.name, {words.groups.begin(), words.groups.end()}, "known groups:"),
                   problems);
      continue;
    }
    const auto [first, added] = seen.try_emplace(group.name, &group);
    if (added) continue;
    const Place other = pattern.text.place(first->second->begin, first->second->end);
    problems.error(
        "E-DUPNAME", pattern.text.place(group.begin, group.end),
        fmt::format("the group '{}' stands twice in one pattern, and only the first would count", group.name),
        fmt::format("the first is at {}; write two rules, or one group around the alternatives",
                    problems.location_text(other)));
  }
}

void read_unless(const Node& table, RuleDraft& draft, const SourceFile& file, Problems& problems) {
  TableReader reader(table, "[[rules.unless]]", problems);
  Unless unless;
  unless.id = read_id(reader, problems);
  for (const Unless& other : draft.rule.unless) {
    if (unless.id.empty() || other.id != unless.id) continue;
    problems.error("E-ID", table.place,
                   fmt::format("the rule '{}' has two unless clauses '{}'", draft.rule.id, unless.id),
                   "ids tell the clauses of a rule apart: give this one another");
  }
  if (const Entry* in = reader.find("in", Node::Type::kString)) {
    const std::optional<UnlessScope> scope = parse_unless_scope(in->value.text);
    if (scope) {
      unless.scope = *scope;
    } else {
      problems.error("E-TYPE", in->value.place, fmt::format("'{}' is no place to look in", in->value.text),
                     suggestion(in->value.text, unless_scope_names(), "known places:"));
    }
  }
  std::optional<PatternDraft> pattern = read_pattern_draft(reader, file, problems);
  if (pattern) {
    unless.where = problems.location(pattern->text.place(0, 1));
    for (const Group& group : pattern->scan.groups) {
      report_group(*pattern, group, "the pattern of an unless clause captures nothing", "write (?:…), or {name} alone",
                   problems);
    }
  }
  reader.reject_other_keys();
  draft.rule.unless.push_back(std::move(unless));
  draft.unless.push_back(std::move(pattern));
}

std::vector<ExpectedFields> read_expect(TableReader& reader, RuleKind kind, Problems& problems) {
  std::vector<ExpectedFields> out;
  if (reader.require("expect") == nullptr) return out;
  const std::vector<std::string_view> known = example_fields(kind);
  for (const Node* fields : reader.tables("expect")) {
    ExpectedFields& expected = out.emplace_back();
    for (const Entry& entry : fields->entries) {
      if (!contains(known, entry.key)) {
        problems.error("E-KEY", entry.place,
                       fmt::format("'{}' is nothing an example of this kind can expect", entry.key),
                       suggestion(entry.key, known, "known:"));
        continue;
      }
      const std::optional<std::string> text = read_text(entry, problems);
      if (text) expected[entry.key] = text->empty() ? std::nullopt : text;
    }
  }
  return out;
}

void read_example(const Node& table, RuleDraft& draft, Problems& problems) {
  TableReader reader(table, "[[rules.examples]]", problems);
  Example example;
  const Entry* text = reader.require("text", Node::Type::kString);
  if (text != nullptr) {
    example.text = text->value.text;
    example.where = problems.location(text->value.place);
    if (example.text.size() > kLongestExample) {
      problems.error("E-LIMIT", text->value.place, "the text of an example is longer than 64 KiB");
    }
  }
  example.source = reader.string("source");
  example.expect = read_expect(reader, draft.rule.kind, problems);
  example.todo = reader.string("todo");
  Place because_place = table.place;
  if (const Entry* because = reader.find("because", Node::Type::kString)) {
    example.because = because->value.text;
    because_place = because->value.place;
    if (!example.expect.empty()) {
      problems.error("E-KEY", because->place, "'because' says why nothing is found, but this example expects something",
                     "write expect = [], or leave 'because' out");
    }
  }
  reader.reject_other_keys();
  draft.rule.examples.push_back(std::move(example));
  draft.because.push_back(because_place);
}

void read_plain_keys(TableReader& reader, Rule& rule, Problems& problems) {
  rule.description = reader.string("description");
  rule.rev = static_cast<int>(reader.integer("rev", 1, 1000000, 1));
  rule.priority = static_cast<int>(reader.integer("priority", 0, 1000, 50));
  for (const Node* keyword : reader.strings("keywords")) rule.keywords.push_back(fold_characters(keyword->text));
  if (const Entry* status = reader.find("status", Node::Type::kString)) {
    if (!contains(kStatus, status->value.text)) {
      problems.error("E-TYPE", status->value.place, fmt::format("'{}' is no status", status->value.text),
                     suggestion(status->value.text, {kStatus.begin(), kStatus.end()}, "known:"));
    }
  }
  reader.strings("tags");
  reader.strings("references");
}

std::shared_ptr<const re2::RE2> compile_pattern(const std::optional<PatternDraft>& draft, const Rule& rule,
                                                FragmentTable& fragments, Problems& problems, std::string* expanded) {
  if (!draft) return nullptr;
  const std::optional<Expansion> expansion = fragments.expand(draft->text, draft->scan);
  if (!expansion) return nullptr;
  const std::string owner = fmt::format("rule '{}'", rule.id);
  if (expansion->typed && !vocabulary(rule.kind).typed) {
    problems.error("E-FRAG", draft->text.whole,
                   fmt::format("{{{}}} stands for what is found after rules of kind {} are done, so {} can never match",
                               expansion->placeholder, vocabulary(rule.kind).name, owner),
                   "match the text itself; placeholders are for context, target, milestone, delegated, mood and carry");
    return nullptr;
  }
  auto regex = compile(*expansion, draft->text.whole, owner, fragments, problems);
  if (expanded != nullptr) *expanded = expansion->text;
  return regex;
}

}  // namespace

std::optional<RuleDraft> read_rule(const Node& table, const SourceFile& file, Problems& problems) {
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
  if (const Entry* set = reader.find("set", Node::Type::kTable)) read_set(*set, rule, problems);
  draft.pattern = read_pattern_draft(reader, file, problems);
  if (draft.pattern) {
    rule.where = problems.location(draft.pattern->text.place(0, 1));
    check_groups(*draft.pattern, rule, problems);
  }
  for (const Node* unless : reader.tables("unless")) read_unless(*unless, draft, file, problems);
  for (const Node* example : reader.tables("examples")) read_example(*example, draft, problems);
  reader.reject_other_keys();
  return draft;
}

void compile_rule(RuleDraft& draft, FragmentTable& fragments, Problems& problems) {
  Rule& rule = draft.rule;
  rule.regex = Regex(compile_pattern(draft.pattern, rule, fragments, problems, &rule.pattern));
  rule.literals = required_literals(rule.pattern);
  for (std::size_t i = 0; i < rule.unless.size(); ++i) {
    Unless& unless = rule.unless[i];
    unless.regex = Regex(compile_pattern(draft.unless[i], rule, fragments, problems, &unless.pattern));
  }
}

void check_because(const RuleDraft& draft, const std::vector<std::string_view>& ids, Problems& problems) {
  const Rule& rule = draft.rule;
  for (std::size_t i = 0; i < rule.examples.size(); ++i) {
    const std::string_view because = rule.examples[i].because;
    if (because.empty() || because == "no-match") continue;
    std::vector<std::string_view> known;
    std::string_view id = because;
    if (because.starts_with("unless:")) {
      id.remove_prefix(7);
      for (const Unless& unless : rule.unless) known.push_back(unless.id);
    } else if (because.starts_with("rule:")) {
      id.remove_prefix(5);
      known = ids;
    } else {
      problems.error("E-TYPE", draft.because[i], fmt::format("'{}' is no reason to be silent", because),
                     "write \"no-match\", \"unless:ID\" or \"rule:ID\"");
      continue;
    }
    if (contains(known, id) || problems.full()) continue;
    problems.error(
        "E-ID", draft.because[i],
        fmt::format("'{}': no such {} '{}'", because, because.starts_with("rule:") ? "rule" : "unless clause", id),
        suggestion(id, known, "known:"));
  }
}

}  // namespace mubiao::rules
