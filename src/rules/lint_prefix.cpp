// Alternatives that never win. Door: lint_prefix.
//
// RE2 takes the first alternative with which the rest of the pattern can match. Where that rest may be nothing at all,
// the first that fits wins, and 万|万亿 never takes 万亿. Whether it is so is tried, not guessed: on a text that a
// later alternative matches, the alternation and all that follows it must match the whole of that text.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "rules/pattern_lints.h"
#include "text/terminal.h"

namespace mubiao::rules {
namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t kMostSamples = 40;  // texts that are tried of one alternative
constexpr std::size_t kLongestSample = 60;
constexpr std::size_t kMostTried = 2000;  // texts of one pattern
constexpr std::size_t kLargestRest = 4000;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

re2::RE2::Options quiet() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

// Some texts that the part matches: of every alternative, with what may be absent, repeated once.
class Samples {
 public:
  explicit Samples(const PatternTree& tree) : tree_(tree) {}

  std::vector<std::string> of(const PatternNode& node) const {
    std::vector<std::string> out;
    switch (node.kind) {
      case Kind::kCharacter:
        return {to_utf8(node.character)};
      case Kind::kSet:
        return member_of(node);
      case Kind::kAssertion:
        return {""};
      case Kind::kGroup:
        return of(*node.children.front());
      case Kind::kAlternation:
        for (const PatternNode* child : node.children) {
          const std::vector<std::string> more = of(*child);
          out.insert(out.end(), more.begin(), more.end());
          if (out.size() >= kMostSamples) break;
        }
        break;
      case Kind::kRepetition:
        if (node.most == 0 || node.least > 4) return {};
        out = of(*node.children.front());
        for (std::string& text : out) {
          const std::string once = text;
          for (int i = 1; i < node.least; ++i) text += once;
        }
        break;
      case Kind::kSequence:
        out = {""};
        for (const PatternNode* child : node.children) out = product(out, of(*child));
        break;
    }
    if (out.size() > kMostSamples) out.resize(kMostSamples);
    return out;
  }

 private:
  static std::vector<std::string> product(const std::vector<std::string>& heads,
                                          const std::vector<std::string>& tails) {
    std::vector<std::string> out;
    for (const std::string& head : heads) {
      for (const std::string& tail : tails) {
        if (head.size() + tail.size() <= kLongestSample && out.size() < kMostSamples) out.push_back(head + tail);
      }
    }
    return out;
  }

  std::vector<std::string> member_of(const PatternNode& set) const {
    if (!set.negated && !set.members.empty() && !set.members.front().named) {
      return {to_utf8(set.members.front().first)};
    }
    constexpr std::array<std::string_view, 8> kTries = {"中", "1", "a", " ", "。", ",", "A", "-"};
    const re2::RE2 regex(piece(tree_.text(set)), quiet());
    for (const std::string_view text : kTries) {
      if (regex.ok() && re2::RE2::FullMatch(piece(text), regex)) return {std::string(text)};
    }
    return {};
  }

  const PatternTree& tree_;
};

class PrefixLint {
 public:
  PrefixLint(const LintedPattern& pattern, LintReport& report)
      : pattern_(pattern), tree_(pattern.tree), report_(report) {}

  void run() {
    if (tree_.has_flags()) return;  // characters may stand for others
    for (const PatternNode& node : tree_.nodes()) {
      if (node.kind == Kind::kAlternation && !report_.full()) look_at(node);
    }
  }

 private:
  // The alternation and all that follows it, up to the end of the group that captures it. nullopt: something has to
  // follow, so that a later alternative can win; or too much may.
  std::optional<std::string> with_rest(const PatternNode& alternation) const {
    std::string out;
    bool captured = false;
    append_plain(out, alternation, tree_);
    for (const PatternNode* node = &alternation; node->parent != nullptr; node = node->parent) {
      const PatternNode& parent = *node->parent;
      captured = captured || !node->name.empty();
      if (parent.kind == Kind::kRepetition && parent.most != 1) {
        if (parent.least > 1) return std::nullopt;
        if (captured) continue;
        out += "(?:";
        append_plain(out, *node, tree_);
        out += ")*";
      }
      if (parent.kind != Kind::kSequence) continue;
      for (std::size_t i = node->position + 1; i < parent.children.size(); ++i) {
        if (!parent.children[i]->empty_anywhere || out.size() > kLargestRest) return std::nullopt;
        if (!captured) append_plain(out, *parent.children[i], tree_);
      }
    }
    return out.size() <= kLargestRest ? std::optional(out) : std::nullopt;
  }

  void look_at(const PatternNode& alternation) {
    const std::optional<std::string> rest = with_rest(alternation);
    if (!rest) return;
    const re2::RE2 regex(*rest, quiet());
    if (!regex.ok()) return;
    for (std::size_t i = 1; i < alternation.children.size(); ++i) {
      for (const std::string& text : Samples(tree_).of(*alternation.children[i])) {
        if (++tried_ > kMostTried) return;
        const std::size_t taken = taken_of(text, regex);
        if (taken == text.size()) continue;
        if (const PatternNode* winner = first_that_fits(alternation, i, text)) {
          say(*winner, *alternation.children[i], text, taken);
          break;
        }
      }
    }
  }

  // How much of the text is matched, from its begin.
  static std::size_t taken_of(std::string_view text, const re2::RE2& regex) {
    re2::StringPiece match;
    const bool found = regex.Match(piece(text), 0, text.size(), re2::RE2::ANCHOR_START, &match, 1);
    return found ? match.size() : text.size();
  }

  const PatternNode* first_that_fits(const PatternNode& alternation, std::size_t before, std::string_view text) const {
    for (std::size_t i = 0; i < before; ++i) {
      std::string plain;
      append_plain(plain, *alternation.children[i], tree_);
      const re2::RE2 regex(plain, quiet());
      if (regex.ok() && regex.Match(piece(text), 0, text.size(), re2::RE2::ANCHOR_START, nullptr, 0)) {
        return alternation.children[i];
      }
    }
    return nullptr;
  }

  void say(const PatternNode& winner, const PatternNode& loser, std::string_view text, std::size_t taken) {
    const std::string_view first = tree_.text(winner);
    const std::string_view second = tree_.text(loser);
    const std::size_t begin = loser.begin == loser.end && loser.begin > 0 ? loser.begin - 1 : loser.begin;
    report_.at(
        "W-PREFIX", pattern_, begin, std::max(loser.end, begin + 1),
        fmt::format("'{}' is cut short: the alternative '{}' stands before '{}', and RE2 takes the first that fits, "
                    "so only '{}' is matched",
                    text, first, second, text.substr(0, taken)),
        first.empty() ? "put the empty alternative last, or write (?:…)?"
                      : fmt::format("put the longer one first: {}|{}", second, first));
  }

  const LintedPattern& pattern_;
  const PatternTree& tree_;
  LintReport& report_;
  std::size_t tried_ = 0;
};

}  // namespace

void lint_prefix(const LintedPattern& pattern, LintReport& report) { PrefixLint(pattern, report).run(); }

}  // namespace mubiao::rules
