// Patterns that compile to large programs. Door: lint_cost.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rules/pattern_lints.h"

namespace mubiao::rules {
namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t kMostWeighed = 20;
constexpr int kMostInWords = 4;

// More often than words do: (?:19|20)\d{2}.
bool repeats_much(const PatternNode& node) {
  if (node.kind == Kind::kRepetition && (node.most == PatternNode::kEndless || node.most > kMostInWords)) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [](const PatternNode* child) { return repeats_much(*child); });
}

// Counted repetitions, those with the most text to repeat first.
std::vector<const PatternNode*> counted_repetitions(const PatternTree& tree) {
  std::vector<const PatternNode*> out;
  for (const PatternNode& node : tree.nodes()) {
    if (node.kind == Kind::kRepetition && std::max(node.least, node.most) > 1) out.push_back(&node);
  }
  const auto weight = [](const PatternNode* node) {
    return (node->end - node->begin) * static_cast<std::size_t>(std::max(node->least, node->most));
  };
  std::stable_sort(out.begin(), out.end(), [&](const auto* a, const auto* b) { return weight(a) > weight(b); });
  if (out.size() > kMostWeighed) out.resize(kMostWeighed);
  return out;
}

// Whether it is a run of words, (?:word|word|…)*: it is looked up where it matters, and not compiled.
bool is_run(const PatternNode& node) {
  if (node.kind != Kind::kRepetition || node.most != PatternNode::kEndless) return false;
  const PatternNode& word = *node.children.front();
  return word.kind == Kind::kGroup && !repeats_much(word);
}

// The pattern without its runs of words.
void append_without_runs(std::string& out, const PatternNode& node, const PatternTree& tree) {
  if (is_run(node)) return;
  const bool closed = node.kind == Kind::kGroup || node.kind == Kind::kAlternation;
  if (node.is_leaf()) out += tree.text(node);
  if (closed) out += "(?:";
  for (const PatternNode* child : node.children) {
    if (node.kind == Kind::kAlternation && child != node.children.front()) out += '|';
    append_without_runs(out, *child, tree);
  }
  if (closed) out += ')';
  if (node.kind == Kind::kRepetition) out += tree.text(node).substr(node.children.front()->end - node.begin);
}

int instructions(std::string_view part) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  const re2::RE2 regex(re2::StringPiece(part.data(), part.size()), options);
  return regex.ok() ? regex.ProgramSize() : 0;
}

int size_without_runs(const LintedPattern& pattern) {
  std::string text;
  append_without_runs(text, pattern.tree.root(), pattern.tree);
  return instructions(text);
}

}  // namespace

void lint_cost(const LintedPattern& pattern, LintReport& report) {
  if (pattern.regex.ProgramSize() <= report.allowances().budget()) return;
  const int size = pattern.tree.has_flags() ? pattern.regex.ProgramSize() : size_without_runs(pattern);
  if (size <= report.allowances().budget()) return;
  const PatternNode* dearest = nullptr;
  int most = size / 4;  // a smaller part is not what makes it dear
  for (const PatternNode* node : counted_repetitions(pattern.tree)) {
    const int takes = instructions(pattern.tree.text(*node));
    if (takes <= most) continue;
    most = takes;
    dearest = node;
  }
  const std::string message = fmt::format("the pattern compiles to {} instructions, more than the budget of {}", size,
                                          report.allowances().budget());
  if (dearest != nullptr) {
    report.at(
        "W-COST", pattern, dearest->begin, dearest->end,
        fmt::format("{}, and this repetition alone takes {}", message, most),
        "RE2 copies what is counted, once for every time it may stand there: '*' in place of the count costs next to "
        "nothing, or write a smaller number");
    return;
  }
  report.at("W-COST", pattern, fmt::format("{}; in {}", message, owner_of(pattern)),
            "split it into several rules, or use shorter fragments; [lints.W-COST] budget = … sets another budget");
}

}  // namespace mubiao::rules
