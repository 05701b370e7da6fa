// What changed since an older state of the set. Door: lint_revisions.
//
// A rule is compared as its author wrote it. Where only a fragment of it changed, the fragment is told, once for all
// rules that use it; a unit or a period more changes no rule.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/revision_lints.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kMostNamed = 5;

using DraftsById = std::map<std::string_view, const RuleDraft*>;

DraftsById by_id(const DraftedSet& set) {
  DraftsById out;
  for (const RuleDraft& draft : set.drafts) out.emplace(draft.rule.id, &draft);
  return out;
}

const std::string& text_of(const std::optional<PatternDraft>& pattern) { return pattern->text.text; }

// The unless clauses of a rule: where each looks, and for what.
std::map<std::string_view, std::pair<UnlessScope, std::string_view>> clauses_of(const RuleDraft& draft) {
  std::map<std::string_view, std::pair<UnlessScope, std::string_view>> out;
  for (std::size_t i = 0; i < draft.unless.size(); ++i) {
    out.emplace(draft.rule.unless[i].id,
                std::pair(draft.rule.unless[i].scope, std::string_view(text_of(draft.unless[i]))));
  }
  return out;
}

// What of the rule is not as it was, by keys: "pattern, unless".
std::string changes(const RuleDraft& now, const RuleDraft& then) {
  std::vector<std::string_view> keys;
  if (text_of(now.pattern) != text_of(then.pattern)) keys.push_back("pattern");
  if (now.rule.kind != then.rule.kind) keys.push_back("kind");
  if (now.rule.set != then.rule.set) keys.push_back("set");
  if (clauses_of(now) != clauses_of(then)) keys.push_back("unless");
  return fmt::format("{}", fmt::join(keys, ", "));
}

// Fragments of files in the patterns of a rule.
std::set<std::uint32_t> fragments_of(const RuleDraft& draft, const DraftedSet& set) {
  std::set<std::uint32_t> out;
  const auto add = [&](const std::optional<PatternDraft>& pattern) {
    for (const Origin& origin : set.fragments.expand_again(pattern->text, pattern->scan).origins) {
      out.insert(origin.fragment);
    }
  };
  add(draft.pattern);
  for (const auto& unless : draft.unless) add(unless);
  out.erase(0);
  return out;
}

bool expands_as_before(const RuleDraft& now, const RuleDraft& then) {
  return now.rule.pattern == then.rule.pattern &&
         std::equal(now.rule.unless.begin(), now.rule.unless.end(), then.rule.unless.begin(), then.rule.unless.end(),
                    [](const Unless& a, const Unless& b) { return a.pattern == b.pattern; });
}

class RevisionLint {
 public:
  RevisionLint(const DraftedSet& set, const DraftedSet& base, std::string_view base_name, LintReport& report)
      : set_(set), base_(base), base_name_(base_name), report_(report), now_(by_id(set)), then_(by_id(base)) {}

  void run() {
    for (const RuleDraft& draft : set_.drafts) {
      const auto then = then_.find(draft.rule.id);
      if (then != then_.end()) compare(draft, *then->second);
    }
    tell_fragments();
    if (set_.version != base_.version) return;  // whoever reads results was told
    for (const RuleDraft& draft : base_.drafts) {
      if (!now_.contains(draft.rule.id) && !report_.full()) tell_missing(draft);
    }
  }

 private:
  void compare(const RuleDraft& now, const RuleDraft& then) {
    const Rule& rule = now.rule;
    if (rule.rev > then.rule.rev) return;
    if (rule.rev < then.rule.rev) {
      report_.at("W-REV", now.id_place,
                 fmt::format("rule '{}' has rev {}, but had {} in {}", rule.id, rule.rev, then.rule.rev, base_name_),
                 fmt::format("a rev is never used for a second meaning: write rev = {}", then.rule.rev + 1));
      return;
    }
    if (const std::string changed = changes(now, then); !changed.empty()) {
      report_.at("W-REV", now.id_place,
                 fmt::format("rule '{}' changed since {} ({}), but its rev is still {}", rule.id, base_name_, changed,
                             rule.rev),
                 fmt::format("write rev = {}, so that results of before and after can be told apart", rule.rev + 1));
    } else if (!expands_as_before(now, then)) {
      for (const std::uint32_t number : fragments_of(now, set_)) touched_[number].push_back(rule.id);
    }
  }

  // Fragments that are not what they were.
  void tell_fragments() {
    for (const auto& [number, rules] : touched_) {
      const std::string& name = set_.fragments.name(number);
      const PatternText* then = base_.fragments.definition(name);
      if (then != nullptr && then->text == set_.fragments.definition(name)->text) continue;
      const auto last = rules.begin() + static_cast<std::ptrdiff_t>(std::min(rules.size(), kMostNamed));
      report_.at("W-REV", set_.fragments.key(number),
                 fmt::format("the fragment '{}' changed since {}, but not the rev of {} that use{} it: {}{}", name,
                             base_name_, rules.size() == 1 ? "a rule" : fmt::format("{} rules", rules.size()),
                             rules.size() == 1 ? "s" : "", fmt::join(rules.begin(), last, ", "),
                             last == rules.end() ? "" : ", …"),
                 "raise the rev of those that find something else now; for the rest say here why they do not: "
                 "# mubiao:allow W-REV because …");
    }
  }

  void tell_missing(const RuleDraft& then) {
    const std::string& id = then.rule.id;
    const std::string help = fmt::format(
        "results and other rule sets name rules by id: keep that id, or raise 'version' (it is '{}' still), which "
        "tells "
        "their readers that something is different",
        set_.version);
    for (const RuleDraft& draft : set_.drafts) {
      if (then_.contains(draft.rule.id) || !changes(draft, then).empty()) continue;
      report_.at("E-ID", draft.id_place,
                 fmt::format("the rule '{}' of {} is called '{}' now", id, base_name_, draft.rule.id), help);
      return;
    }
    report_.in_file("E-ID", file_of(then),
                    fmt::format("the rule '{}' of {} is gone (it stood in {}:{})", id, base_name_, then.rule.where.file,
                                then.rule.where.line),
                    help);
  }

  // The file of the same name as that in which the rule stood, or the first. Where the base comes from a repository its
  // files have longer paths.
  std::uint32_t file_of(const RuleDraft& then) const {
    const auto name = [](std::string_view path) { return path.substr(path.find_last_of("/:") + 1); };
    for (std::size_t i = 0; i < set_.sources.size(); ++i) {
      if (name(set_.sources[i].name()) == name(then.rule.where.file)) return static_cast<std::uint32_t>(i);
    }
    return 0;
  }

  const DraftedSet& set_;
  const DraftedSet& base_;
  std::string_view base_name_;
  LintReport& report_;
  DraftsById now_;
  DraftsById then_;
  std::map<std::uint32_t, std::vector<std::string>> touched_;  // by fragment: rules that it may have changed
};

}  // namespace

void lint_revisions(const DraftedSet& set, const DraftedSet& base, std::string_view base_name, LintReport& report) {
  RevisionLint(set, base, base_name, report).run();
}

}  // namespace mubiao::rules
