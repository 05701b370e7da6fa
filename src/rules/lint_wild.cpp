// Patterns that match nothing, or nearly everything. Door: lint_wild.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/pattern_lints.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

using Kind = PatternNode::Kind;

constexpr char32_t kNarrow = 256;  // characters of a set that still tells something

// Kinds whose rules are tried on every sentence or clause that holds their keywords; the others have narrower doors:
// a quantity, a line of the document's head.
constexpr std::array kTriedEverywhere = {RuleKind::kName,  RuleKind::kPeriod,    RuleKind::kBaseline, RuleKind::kMood,
                                         RuleKind::kCarry, RuleKind::kMilestone, RuleKind::kDelegated};
// Kinds that are matched on lines: several sentences may stand in one.
constexpr std::array kOnLines = {RuleKind::kHeading, RuleKind::kMetadata, RuleKind::kDepartment, RuleKind::kColumn};

template <std::size_t N>
bool is_one_of(RuleKind kind, const std::array<RuleKind, N>& kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_narrow(const PatternNode& set) {
  if (set.negated || set.members.empty()) return false;
  char32_t characters = 0;
  for (const SetMember& member : set.members) {
    if (member.named) return false;
    characters += member.last < member.first ? 0 : member.last - member.first + 1;
  }
  return characters <= kNarrow;
}

// \d is a digit, \s a blank; \p{Han} and \w are anything.
bool is_narrow_name(std::string_view text) { return text == "\\d" || text == "\\s"; }

// Whether every text that the part matches holds a character that most texts lack.
bool asks_for_something(const PatternNode& node, const PatternTree& tree) {
  const auto asks = [&](const PatternNode* child) { return asks_for_something(*child, tree); };
  switch (node.kind) {
    case Kind::kCharacter:
      return true;
    case Kind::kSet:
      return is_narrow(node) || is_narrow_name(tree.text(node));
    case Kind::kAssertion:
      return false;
    case Kind::kSequence:
    case Kind::kGroup:
      return std::any_of(node.children.begin(), node.children.end(), asks);
    case Kind::kAlternation:
      return std::all_of(node.children.begin(), node.children.end(), asks);
    case Kind::kRepetition:
      return node.least > 0 && asks(node.children.front());
  }
  return false;
}

void lint_empty(const LintedPattern& pattern, LintReport& report) {
  const PatternNode& root = pattern.tree.root();
  if (!root.empty_anywhere && !root.empty_at_begin && !root.empty_at_end) return;
  const bool unless = pattern.unless != nullptr;
  report.at("W-WILD", pattern,
            fmt::format("the pattern of {} can match nothing at all, so it {}", owner_of(pattern),
                        unless ? "silences the rule always" : "is found in every text"),
            "all of it may be absent: take away the '?' or '*' behind the part that has to stand there, or write '+'");
}

// A set that tells nothing: '.', [^,], \p{Han}.
bool is_wide(const PatternNode& node, const PatternTree& tree) {
  return node.kind == Kind::kSet && !asks_for_something(node, tree);
}

void lint_without_words(const LintedPattern& pattern, LintReport& report) {
  const PatternNode& root = pattern.tree.root();
  if (pattern.unless != nullptr || !pattern.rule.keywords.empty() || root.empty_anywhere) return;
  const auto& nodes = pattern.tree.nodes();
  if (std::none_of(nodes.begin(), nodes.end(), [&](const auto& node) { return is_wide(node, pattern.tree); })) return;
  if (!is_one_of(pattern.rule.kind, kTriedEverywhere) || asks_for_something(root, pattern.tree)) return;
  report.at("W-WILD", pattern,
            fmt::format(
                "the pattern of {} asks for no word or character in particular, so it is tried, and may fire, on every "
                "text",
                owner_of(pattern)),
            "put in a word that has to stand there, or name the words of texts to try it on: keywords = [\"…\"]");
}

// '.' without end in text of several sentences, unless it takes the rest of it.
void lint_dots(const LintedPattern& pattern, LintReport& report) {
  const bool in_headings = pattern.unless != nullptr && pattern.unless->scope == UnlessScope::kSection;
  const bool on_lines = is_one_of(pattern.rule.kind, kOnLines);
  if (!on_lines && !in_headings) return;
  for (const PatternNode& node : pattern.tree.nodes()) {
    if (node.kind != Kind::kRepetition || node.most != PatternNode::kEndless) continue;
    const PatternNode& repeated = *node.children.front();
    if (repeated.kind != Kind::kSet || pattern.tree.text(repeated) != ".") continue;
    if (neighbours_behind(node).leaves.empty() || report.full()) continue;
    report.at(
        "W-WILD", pattern, node.begin, node.end,
        fmt::format("'{}' runs on without end: {} are matched {}, so what stands before and behind it may be far apart",
                    pattern.tree.text(node),
                    on_lines ? fmt::format("rules of kind {}", vocabulary(pattern.rule.kind).name)
                             : "clauses with in = \"section\"",
                    on_lines ? "on whole lines, which hold several sentences" : "on all headings above"),
        "say what it may run over, such as [^。;]* to stay in a sentence, or how far: .{0,10}");
  }
}

}  // namespace

void lint_wild(const LintedPattern& pattern, LintReport& report) {
  lint_empty(pattern, report);
  lint_without_words(pattern, report);
  lint_dots(pattern, report);
}

}  // namespace mubiao::rules
