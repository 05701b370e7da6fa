// Escapes that know ASCII only, where Chinese or a placeholder stands. Door: lint_ascii.
//
// What is no trap is left alone: \d in folded text, where every Arabic digit is ASCII; \s there, since the ideographic
// space is folded to a blank; \b and \w next to a letter or digit (\b5G, [A-Z]\w*).
#include <fmt/format.h>

#include <algorithm>

#include "rules/pattern_lints.h"
#include "rules/vocabulary.h"
#include "text/terminal.h"

namespace mubiao::rules {
namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t kMostTried = 2000;  // rules of kind name, for one pattern

bool is_ascii_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_ideograph(char32_t c) {
  return c == 0x3007 || (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x40000);
}

bool is_placeholder(char32_t c) { return c >= placeholder::kFirst && c <= placeholder::kLast; }

// What a character or set can match.
struct Reach {
  bool only_words = true;  // nothing but ASCII letters, digits and '_'
  bool wide = false;       // characters beyond ASCII
  bool counted = false;    // what stands behind a number: an ideograph, '%'
};

Reach reach_of(char32_t first, char32_t last) {
  return {is_ascii_word(first) && is_ascii_word(last) && last - first < 26, last >= 0x80,
          is_ideograph(first) || is_ideograph(last) || first == '%'};
}

Reach reach_of(const PatternNode& leaf, const PatternTree& tree) {
  if (leaf.kind == Kind::kCharacter) return reach_of(leaf.character, leaf.character);
  if (leaf.negated || leaf.members.empty()) return {false, true, true};
  Reach out;
  for (const SetMember& member : leaf.members) {
    const std::string_view name = tree.text(leaf).substr(member.begin - leaf.begin, member.end - member.begin);
    const bool blank = name == "\\s" || name.starts_with("[:");
    const bool word = name == "\\d" || name == "\\w";
    const Reach one =
        !member.named ? reach_of(member.first, member.last) : Reach{word, !word && !blank, !word && !blank};
    out = {out.only_words && one.only_words, out.wide || one.wide, out.counted || one.counted};
  }
  return out;
}

// What stands on one side of a part.
struct Flank {
  const PatternNode* first = nullptr;
  const PatternNode* wide = nullptr;     // the first that can be beyond ASCII
  const PatternNode* counted = nullptr;  // the first that can be what a number counts
  bool sure = false;                     // an ASCII letter or digit must stand there
  bool lonely = true;                    // nothing of the pattern stands there
};

Flank flank(const Neighbours& neighbours, const PatternNode& self, const PatternTree& tree) {
  Flank out;
  out.sure = !neighbours.open;
  for (const PatternNode* leaf : neighbours.leaves) {
    if (leaf == &self) continue;
    const Reach reach = reach_of(*leaf, tree);
    out.lonely = false;
    if (out.first == nullptr) out.first = leaf;
    out.sure = out.sure && reach.only_words;
    if (reach.wide && out.wide == nullptr) out.wide = leaf;
    if (reach.counted && out.counted == nullptr) out.counted = leaf;
  }
  out.sure = out.sure && !out.lonely;
  return out;
}

std::string shown(const PatternNode& leaf, const PatternTree& tree) {
  if (leaf.kind == Kind::kCharacter && is_placeholder(leaf.character)) return "a placeholder";
  const bool placeholders = !leaf.members.empty() && is_placeholder(leaf.members.front().first);
  return placeholders && !leaf.negated ? "a placeholder" : fmt::format("'{}'", tree.text(leaf));
}

// A set that names ASCII words, and nothing beyond ASCII: \w, [\w.-], [[:alpha:]].
bool names_words(const PatternNode& set, const PatternTree& tree) {
  const std::string_view text = tree.text(set);
  const bool named = text.find("\\w") != std::string_view::npos || text.find("[:al") != std::string_view::npos ||
                     text.find("[:word:]") != std::string_view::npos;
  return named && !set.negated && !reach_of(set, tree).wide;
}

bool names_digits(const PatternNode& set, const PatternTree& tree) {
  const std::string_view text = tree.text(set);
  return text == "\\d" || text == "[0-9]" || text == "[\\d]";
}

class AsciiLint {
 public:
  AsciiLint(const LintedPattern& pattern, LintReport& report)
      : pattern_(pattern), tree_(pattern.tree), report_(report) {}

  void run() {
    for (const PatternNode& node : tree_.nodes()) {
      if (report_.full()) return;
      const std::string_view text = tree_.text(node);
      if (node.kind == Kind::kAssertion && (text == "\\b" || text == "\\B")) {
        look_at_boundary(node);
      } else if (node.kind == Kind::kSet && text == "\\W") {
        look_at_other_than_words(node);
      } else if (node.kind == Kind::kSet && names_words(node, tree_)) {
        look_at_words(node);
      } else if (node.kind == Kind::kSet && is_typed() && names_digits(node, tree_)) {
        look_at_digits(node);
      }
    }
  }

 private:
  bool is_typed() const {
    const bool elsewhere = pattern_.unless != nullptr && (pattern_.unless->scope == UnlessScope::kSentence ||
                                                          pattern_.unless->scope == UnlessScope::kSection);
    return vocabulary(pattern_.rule.kind).typed && !elsewhere;
  }

  // The neighbour that makes an ASCII escape a trap, if there is one.
  const PatternNode* trap(const Flank& before, const Flank& behind) const {
    if (before.wide != nullptr && !behind.sure) return before.wide;
    return behind.wide != nullptr && !before.sure ? behind.wide : nullptr;
  }

  void look_at_boundary(const PatternNode& node) {
    const PatternNode* next = trap(before(node), behind(node));
    if (next == nullptr) return;
    say(node,
        fmt::format(
            "'{}' next to {} is no end of a word: for RE2 only ASCII letters, digits and '_' make words, so it fails "
            "between Chinese characters",
            tree_.text(node), shown(*next, tree_)),
        "take it out; what must not stand there is for [[rules.unless]] in = \"before\" or \"after\"");
  }

  void look_at_words(const PatternNode& node) {
    const Flank left = before(node);
    const Flank right = behind(node);
    if (trap(left, right) == nullptr && !(left.lonely && right.lonely)) return;
    say(node,
        fmt::format("'{}' matches ASCII letters, digits and '_' only, and no Chinese character", tree_.text(node)),
        "write [\\p{Han}\\w] for characters of words of either script, or [0-9A-Za-z] if ASCII is meant");
  }

  void look_at_other_than_words(const PatternNode& node) {
    if (before(node).sure || behind(node).sure) return;
    say(node, "'\\W' matches every Chinese character: for RE2 only ASCII letters, digits and '_' are of words",
        "name what may stand there, such as [ ,，;:、。]");
  }

  void look_at_digits(const PatternNode& node) {
    const Flank left = before(node);
    const Flank right = behind(node);
    if (right.counted == nullptr || right.sure || is_name(left.first, *right.counted)) return;
    say(node,
        fmt::format(
            "rules of kind {} see typed text, where a number and what it counts are one placeholder: '{}' before "
            "{} meets none",
            vocabulary(pattern_.rule.kind).name, tree_.text(node), shown(*right.counted, tree_)),
        "write {quantity}, {number}, {year} or {period} for it; rules/README.md tells what typed text is");
  }

  // Whether a rule of kind name finds such a number: then it stays as it is in typed text. Past a limit it is taken
  // for one.
  bool is_name(const PatternNode* left, const PatternNode& right) {
    tried_ += pattern_.names.size() + 1;
    if (tried_ > kMostTried) return true;
    const auto sample = [](const PatternNode& leaf) {
      if (leaf.kind == Kind::kCharacter) return to_utf8(leaf.character);
      return leaf.members.empty() || leaf.members.front().named ? "" : to_utf8(leaf.members.front().first);
    };
    const std::string text = (left == nullptr ? "" : sample(*left)) + "1" + sample(right);
    return std::any_of(pattern_.names.begin(), pattern_.names.end(), [&](const Rule* name) {
      return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *name->regex);
    });
  }

  Flank before(const PatternNode& node) const { return flank(neighbours_before(node), node, tree_); }
  Flank behind(const PatternNode& node) const { return flank(neighbours_behind(node), node, tree_); }
  void say(const PatternNode& node, std::string message, std::string help) {
    report_.at("W-ASCII", pattern_, node.begin, node.end, std::move(message), std::move(help));
  }

  const LintedPattern& pattern_;
  const PatternTree& tree_;
  LintReport& report_;
  std::size_t tried_ = 0;  // rules of kind name
};

}  // namespace

void lint_ascii(const LintedPattern& pattern, LintReport& report) { AsciiLint(pattern, report).run(); }

}  // namespace mubiao::rules
