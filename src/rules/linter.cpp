// Goes over a set with every lint. Door: LintRun.
#include "rules/linter.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rules/lint_report.h"
#include "rules/pattern_lints.h"
#include "rules/revision_lints.h"

namespace mubiao::rules {
namespace {

// Lints of a set's patterns.
class PatternLinter {
 public:
  PatternLinter(const DraftedSet& set, LintReport& report) : fragments_(set.fragments), report_(report) {
    for (const RuleDraft& draft : set.drafts) {
      if (draft.rule.kind == RuleKind::kName && draft.rule.regex.compiled()) names_.push_back(&draft.rule);
    }
  }

  void look_at(const RuleDraft& draft) {
    const Rule& rule = draft.rule;
    if (rule.regex.compiled()) look_at(*draft.pattern, rule, nullptr);
    for (std::size_t i = 0; i < rule.unless.size(); ++i) {
      if (rule.unless[i].regex.compiled()) look_at(*draft.unless[i], rule, &rule.unless[i]);
    }
  }

 private:
  void look_at(const PatternDraft& draft, const Rule& rule, const Unless* unless) {
    const Expansion expansion = fragments_.expand_again(draft.text, draft.scan);
    const PatternTree tree(expansion.text);
    const re2::RE2& regex = unless == nullptr ? *rule.regex : *unless->regex;
    const LintedPattern pattern{rule, unless, expansion, tree, regex, draft.text.whole, names_};
    for (const auto lint : {lint_ascii, lint_unnormal, lint_prefix, lint_wild, lint_cost}) lint(pattern, report_);
  }

  const FragmentTable& fragments_;
  LintReport& report_;
  std::vector<const Rule*> names_;
};

void lint_fragments(const FragmentTable& fragments, LintReport& report) {
  for (const std::uint32_t number : fragments.unused()) {
    report.at("W-UNUSED", fragments.key(number), fmt::format("no rule uses the fragment '{}'", fragments.name(number)),
              fmt::format("write {{{}}} where it belongs, or remove it", fragments.name(number)));
  }
}

}  // namespace

void LintRun::lint(const DraftedSet& set, const DraftedSet& base, const LintOptions& options) {
  LintReport report(sources_, set.fragments, allowances_, problems_);
  PatternLinter patterns(set, report);
  for (const RuleDraft& draft : set.drafts) {
    if (!report.full()) patterns.look_at(draft);
  }
  if (!set.whole) return;
  lint_fragments(set.fragments, report);
  if (options.base.empty()) return;
  if (base.whole) {
    lint_revisions(set, base, options.base_name, report);
  } else {
    report.in_file("W-REV", 0,
                   fmt::format("the rules do not load as they were in {}, so nothing was compared", options.base_name),
                   "compare with a revision whose rules load");
  }
}

void LintRun::add(std::vector<Diagnostic> findings) {
  std::set<std::string_view> named;
  for (const SourceFile& file : sources_) {
    if (file.named()) named.insert(file.name());
  }
  for (Diagnostic& finding : findings) {
    if (!named.contains(finding.where.file)) continue;
    if (!allowances_.allows(finding.code, finding.where)) added_.push_back(std::move(finding));
  }
}

// Only what could have been found tells that nothing was.
void LintRun::tell_idle(const LintOptions& options) {
  for (const Allowances::Idle& idle : allowances_.idle()) {
    const LintStage stage = find_lint(idle.lint)->stage;
    if (stage == LintStage::kBase && options.base.empty()) continue;
    if (stage == LintStage::kExamples && !options.more) continue;
    problems_.report(
        "W-ALLOW", idle.place, fmt::format("{} is switched off here, but has nothing to say", idle.lint),
        "remove this, or it hides the next mistake; to switch off what is found elsewhere, move it to the line of the "
        "finding, or right above it");
  }
}

std::vector<Diagnostic> LintRun::finish(std::vector<Diagnostic> errors, const LintOptions& options, bool loaded) && {
  if (loaded) tell_idle(options);
  std::vector<Diagnostic> out = std::move(errors);
  for (std::vector<Diagnostic> more : {problems_.take(), std::move(added_)}) {
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  std::map<std::string_view, std::size_t> order;
  for (const SourceFile& file : sources_) order.emplace(file.name(), order.size());
  const auto place = [&](const Diagnostic& d) {
    const auto file = order.find(d.where.file);
    return std::tuple(file == order.end() ? order.size() : file->second, d.where.line, d.where.column);
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  return out;
}

}  // namespace mubiao::rules
