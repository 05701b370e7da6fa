#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace mubiao::rules {

/// One member of a set of characters, at [begin, end) of the pattern. A named one (\d, \p{Han}, [:alpha:]) has no
/// range.
struct SetMember {
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t first = 0;
  char32_t last = 0;
  bool named = false;
};

/// A part of a pattern, at [begin, end) of it.
struct PatternNode {
  enum class Kind {
    kCharacter,    // one literal character, escaped or not
    kSet,          // [...], \d, \p{Han}, '.'
    kAssertion,    // ^ $ \b \B \A \z
    kSequence,     // children one after the other; none: the empty text
    kAlternation,  // children to choose from, the first that fits
    kRepetition,   // one child, from `least` to `most` times
    kGroup,        // one child in brackets
  };
  static constexpr int kEndless = -1;

  Kind kind = Kind::kSequence;
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t character = 0;
  std::vector<SetMember> members = {};  // none: '.'
  bool negated = false;                 // [^...], \D, \P
  int least = 0;
  int most = 0;
  std::string name = {};  // of a group that captures
  std::vector<PatternNode*> children = {};
  PatternNode* parent = nullptr;  // nullptr: the whole pattern
  std::size_t position = 0;       // among the children of `parent`
  // Whether it can match nothing at all: wherever it is tried, where the text begins, where the text ends.
  bool empty_anywhere = false;
  bool empty_at_begin = false;
  bool empty_at_end = false;

  bool is_leaf() const { return kind == Kind::kCharacter || kind == Kind::kSet || kind == Kind::kAssertion; }
};

/// A pattern that RE2 accepts, taken apart. Owns its nodes.
class PatternTree {
 public:
  /// Precondition: compile() accepts `pattern`, so that it nests no deeper than may be.
  explicit PatternTree(std::string pattern);

  const PatternNode& root() const { return *root_; }
  const std::deque<PatternNode>& nodes() const { return nodes_; }
  std::string_view text(const PatternNode& node) const {
    return std::string_view(pattern_).substr(node.begin, node.end - node.begin);
  }
  /// Flags such as (?i) stand in it: characters may match others than themselves.
  bool has_flags() const { return has_flags_; }

 private:
  std::string pattern_;
  std::deque<PatternNode> nodes_;
  PatternNode* root_ = nullptr;
  bool has_flags_ = false;
};

/// The part as a regular expression that captures nothing. Precondition: no flags, see has_flags().
void append_plain(std::string& out, const PatternNode& node, const PatternTree& tree);

/// Characters and sets that may stand right before or right behind a part, 64 at most.
struct Neighbours {
  std::vector<const PatternNode*> leaves;
  bool open = false;  // nothing need stand there: the pattern may begin or end here
};
Neighbours neighbours_before(const PatternNode& node);
Neighbours neighbours_behind(const PatternNode& node);

}  // namespace mubiao::rules
