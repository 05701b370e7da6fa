// RuleSet::load and check_rules: files to one immutable set, or to all that is wrong with it. Every stage goes over all
// files before the next begins, so that all problems of all files are reported at once.
// Behind inherit() nothing knows of other sets.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mubiao/lint.h"
#include "mubiao/rule.h"
#include "rules/fragments.h"
#include "rules/id_check.h"
#include "rules/inherit.h"
#include "rules/linter.h"
#include "rules/rule_compiler.h"
#include "rules/rule_reader.h"
#include "rules/source.h"
#include "rules/state.h"
#include "rules/toml_reader.h"
#include "rules/units.h"

namespace mubiao {

namespace rules {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::size_t kMostRules = 20000;
constexpr std::size_t kMostValues = 500'000;
constexpr std::size_t kMostEvalPrefixes = 1000;

std::size_t count_values(const Node& node) {
  std::size_t count = 1;
  for (const Entry& entry : node.entries) count += count_values(entry.value);
  for (const Node& item : node.items) count += count_values(item);
  return count;
}

// One load: the files, what was read of them so far, and what is wrong with them.
struct Loader {
  explicit Loader(const std::vector<RuleFile>& given) : files(given) {
    for (const RuleFile& file : files) sources.emplace_back(file);
  }

  void load();
  // In this order; each goes over all files.
  void parse();
  void inherit();
  void read_vocables();
  void read_fragments();
  void read_rules();
  void compile();

  const std::vector<RuleFile>& files;
  std::vector<SourceFile> sources;
  Problems problems{sources};
  FragmentTable fragments{sources, problems};
  std::vector<Node> roots;  // one for each file that could be read
  std::size_t values = 0;   // in them
  Vocables vocables;
  std::vector<RuleDraft> drafts;
  std::optional<Entry> name;
  std::optional<Entry> version;
  std::vector<std::string> eval_prefixes;

  void read_root(const Node& root);
  void read_name(TableReader& reader, bool outermost);
  void read_eval(const Node& table);
  void read_rule_tables(const Node& root);
};

bool has_right_format(const Node& root, Problems& problems) {
  TableReader reader(root, "the file", problems);
  const Entry* format = reader.find("format", Node::Type::kInteger);
  if (format == nullptr || format->value.integer == kFormat) return true;
  problems.error(
      "E-FORMAT", format->value.place,
      fmt::format("this file has format {}, but this program reads format {}", format->value.integer, kFormat),
      "a newer mubiao may read it");
  return false;
}

void Loader::parse() {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    std::optional<Node> root = parse_toml(sources[i], index, problems);
    if (!root || !has_right_format(*root, problems)) {
      fragments.set_incomplete();
      continue;
    }
    values += count_values(*root);
    if (values > kMostValues) {
      problems.error_in_file("E-LIMIT", index, fmt::format("the set holds more than {} values", kMostValues),
                             "make two sets of it");
      fragments.set_incomplete();
      return;
    }
    roots.push_back(*std::move(root));
  }
}

void Loader::inherit() {
  if (!rules::inherit(roots, files, problems)) fragments.set_incomplete();
}

void Loader::read_vocables() {
  for (const Node& root : roots) read_root(root);
  check_symbols(vocables, problems);
  add_builtin_fragments(vocables, fragments);
}

void Loader::read_root(const Node& root) {
  TableReader reader(root, "a rule file", problems);
  for (const std::string_view key : {"format", "extends", "disable", "override", "rules"}) reader.find(key);
  reader.find("lints", Node::Type::kTable);  // read where lints are looked for
  read_name(reader, files[root.place.file].set == 0);
  if (const Entry* dimensions = reader.find("dimensions", Node::Type::kTable)) {
    read_dimensions(dimensions->value, vocables, problems);
  }
  if (const Entry* periods = reader.find("periods", Node::Type::kTable)) {
    read_periods(periods->value, vocables, problems);
  }
  if (const Entry* eval = reader.find("eval", Node::Type::kTable)) read_eval(eval->value);
  reader.find("fragments", Node::Type::kTable);
  reader.reject_other_keys();
}

void Loader::read_name(TableReader& reader, bool outermost) {
  const auto keep = [&](std::string_view key, std::optional<Entry>& kept) {
    const Entry* entry = reader.find(key, Node::Type::kString);
    if (entry == nullptr || !outermost) return;
    if (kept) {
      problems.error("E-ID", entry->place, fmt::format("'{}' is given twice in one set", key),
                     fmt::format("the other is at {}", problems.location_text(kept->place)));
    } else if (entry->value.text.empty()) {
      problems.error("E-TYPE", entry->value.place, fmt::format("'{}' is empty", key));
    } else {
      kept = *entry;
    }
  };
  keep("ruleset", name);
  keep("version", version);
}

void Loader::read_eval(const Node& table) {
  TableReader reader(table, "[eval]", problems);
  for (const Node* prefix : reader.strings("indicator_prefixes")) {
    if (eval_prefixes.size() == kMostEvalPrefixes) {
      problems.error("E-LIMIT", prefix->place,
                     fmt::format("the set has more than {} indicator_prefixes", kMostEvalPrefixes));
      break;
    }
    eval_prefixes.push_back(prefix->text);
  }
  reader.reject_other_keys();
}

bool is_fragment_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

void Loader::read_fragments() {
  for (const Node& root : roots) {
    for (const Entry& entry : root.entries) {
      if (entry.key != "fragments" || entry.value.type != Node::Type::kTable) continue;
      for (const Entry& fragment : entry.value.entries) {
        if (is_fragment_name(fragment.key)) {
          const SourceFile& file = sources[fragment.place.file];
          fragments.define(fragment.key, fragment.place, read_pattern(fragment, file, problems));
        } else {
          problems.error("E-FRAG", fragment.place, fmt::format("'{}' cannot name a fragment", fragment.key),
                         "names are a-z 0-9 _ and dots, a letter first");
        }
      }
    }
  }
}

void Loader::read_rules() {
  for (const Node& root : roots) read_rule_tables(root);
  check_ids(drafts, problems);
}

void Loader::read_rule_tables(const Node& root) {
  TableReader reader(root, "a rule file", problems);
  for (const Node* table : reader.tables("rules")) {
    if (drafts.size() == kMostRules) {
      problems.error("E-LIMIT", table->place, fmt::format("the set has more than {} rules", kMostRules));
      return;
    }
    std::optional<RuleDraft> draft = read_rule(*table, sources, problems);
    if (draft) drafts.push_back(*std::move(draft));
  }
}

void Loader::compile() {
  for (const RuleDraft& draft : drafts) {
    const std::string owner = fmt::format("rule '{}'", draft.rule.id);
    if (draft.pattern) fragments.note_user(draft.pattern->scan, owner);
    for (const auto& unless : draft.unless) {
      if (unless) fragments.note_user(unless->scan, owner);
    }
  }
  fragments.check();
  for (RuleDraft& draft : drafts) compile_rule(draft, fragments, problems);
}

void Loader::load() {
  parse();
  inherit();
  read_vocables();
  read_fragments();
  read_rules();
  compile();
}

// Takes what was read out of the loader. Precondition: it found no problem.
RuleSet make_rule_set(Loader& loader) {
  auto state = std::make_shared<RuleSet::State>();
  if (loader.name) state->name = loader.name->value.text;
  if (loader.version) state->version = loader.version->value.text;
  // Whatever this refuses was refused above, with its place.
  state->units = UnitTable::create(std::move(loader.vocables.dimensions)).value();
  state->periods = std::move(loader.vocables.periods);
  state->fragments = loader.fragments.all();
  state->eval_prefixes = std::move(loader.eval_prefixes);
  for (RuleDraft& draft : loader.drafts) state->rules.push_back(std::move(draft.rule));
  state->sort();
  return RuleSet(std::move(state));
}

DraftedSet drafted(const Loader& loader) {
  const std::string_view version = loader.version ? std::string_view(loader.version->value.text) : "";
  return {loader.sources, loader.drafts, loader.fragments, version, loader.problems.empty()};
}

}  // namespace
}  // namespace rules

Result<RuleSet> RuleSet::load(const std::vector<RuleFile>& files) {
  rules::Loader loader(files);
  loader.load();
  if (!loader.problems.empty()) return loader.problems.take();
  return make_rule_set(loader);
}

LintResult check_rules(const std::vector<RuleFile>& files, const LintOptions& options) {
  rules::Loader loader(files);
  loader.load();
  rules::Loader base(options.base);
  if (!options.base.empty()) base.load();
  rules::LintRun run(loader.sources, loader.roots);
  run.lint(drafted(loader), drafted(base), options);
  LintResult out;
  if (loader.problems.empty()) {
    out.rules = make_rule_set(loader);
    if (options.more) run.add(options.more(*out.rules));
  }
  out.findings = std::move(run).finish(loader.problems.take(), options, out.rules.has_value());
  return out;
}

RuleSet::RuleSet(std::shared_ptr<const State> state) : state_(std::move(state)) {}

const std::string& RuleSet::name() const { return state_->name; }
const std::string& RuleSet::version() const { return state_->version; }
std::string RuleSet::name_and_version() const { return fmt::format("{}@{}", state_->name, state_->version); }
const UnitTable& RuleSet::units() const { return state_->units; }
const std::vector<NamedPeriod>& RuleSet::named_periods() const { return state_->periods; }
const std::vector<Fragment>& RuleSet::fragments() const { return state_->fragments; }
const std::vector<std::string>& RuleSet::eval_prefixes() const { return state_->eval_prefixes; }
const std::vector<Rule>& RuleSet::rules() const { return state_->rules; }
const Rule* RuleSet::find(std::string_view id) const {
  const auto& all = state_->rules;
  const auto found = std::find_if(all.begin(), all.end(), [id](const Rule& rule) { return rule.id == id; });
  return found == all.end() ? nullptr : &*found;
}
const std::vector<const Rule*>& RuleSet::rules(RuleKind kind) const {
  return state_->by_kind[static_cast<std::size_t>(kind)];
}

}  // namespace mubiao
