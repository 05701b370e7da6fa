// The patterns of a rule, its own and those of its unless clauses: fragments put in, then compiled. The door is
// compile_rule.
#include "rules/rule_compiler.h"

#include <fmt/format.h>

#include <memory>

#include "rules/compile.h"
#include "rules/literals.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

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
  if (regex != nullptr) *expanded = expansion->text;
  return regex;
}

}  // namespace

void compile_rule(RuleDraft& draft, FragmentTable& fragments, Problems& problems) {
  Rule& rule = draft.rule;
  rule.regex = Regex(compile_pattern(draft.pattern, rule, fragments, problems, &rule.pattern));
  rule.literals = required_literals(rule.pattern);
  if (draft.pattern) rule.written = draft.pattern->text.text;
  for (std::size_t i = 0; i < rule.unless.size(); ++i) {
    Unless& unless = rule.unless[i];
    unless.regex = Regex(compile_pattern(draft.unless[i], rule, fragments, problems, &unless.pattern));
    unless.literals = required_literals(unless.pattern);
  }
}

}  // namespace mubiao::rules
