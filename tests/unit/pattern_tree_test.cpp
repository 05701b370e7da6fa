// Patterns taken apart: what they are made of, what can match nothing, what stands next to what.
#include "rules/pattern_tree.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

namespace mubiao::rules {
namespace {

using Kind = PatternNode::Kind;

// "seq{lit{a} star{…}}", as RE2's own parser tests have it.
std::string dump(const PatternNode& node, const PatternTree& tree) {
  std::string inside;
  for (const PatternNode* child : node.children) inside += (inside.empty() ? "" : " ") + dump(*child, tree);
  const std::string text(tree.text(node));
  switch (node.kind) {
    case Kind::kCharacter:
      return "'" + text + "'" + (text.size() > 1 && text[0] == '\\' ? "=" + std::to_string(node.character) : "");
    case Kind::kSet: {
      std::string out = node.negated ? "not[" : "[";
      for (const SetMember& member : node.members) {
        out += member.named ? "name" : std::to_string(member.first) + "-" + std::to_string(member.last);
        out += ' ';
      }
      return out + "]";
    }
    case Kind::kAssertion:
      return text;
    case Kind::kSequence:
      return "seq{" + inside + "}";
    case Kind::kAlternation:
      return "alt{" + inside + "}";
    case Kind::kRepetition:
      return "rep" + std::to_string(node.least) + "," + std::to_string(node.most) + "{" + inside + "}";
    case Kind::kGroup:
      return "group" + (node.name.empty() ? "" : "<" + node.name + ">") + "{" + inside + "}";
  }
  return "";
}

TEST(PatternTree, IsWhatRe2Understands) {
  struct Row {
    std::string pattern;
    std::string tree;
  };
  const std::vector<Row> rows = {
      {"", "seq{}"},
      {"a", "'a'"},
      {"年a", "seq{'年' 'a'}"},
      {"a|bc|", "alt{'a' seq{'b' 'c'} seq{}}"},
      {"(?:a|b)c", "seq{group{alt{'a' 'b'}} 'c'}"},
      {"(?P<x>a)(b)", "seq{group<x>{'a'} group{'b'}}"},
      {"a?b*c+", "seq{rep0,1{'a'} rep0,-1{'b'} rep1,-1{'c'}}"},
      {"a??b*?c{2}d{2,}e{2,5}?", "seq{rep0,1{'a'} rep0,-1{'b'} rep2,2{'c'} rep2,-1{'d'} rep2,5{'e'}}"},
      {"^$\\b\\B\\A\\z", "seq{^ $ \\b \\B \\A \\z}"},
      {".\\d\\P{Han}\\pN", "seq{[] [name ] not[name ] [name ]}"},
      {"\\.\\n\\x41\\x{5E74}\\101", "seq{'\\.'=46 '\\n'=10 '\\x41'=65 '\\x{5E74}'=24180 '\\101'=65}"},
      {"[a-c年]", "[97-99 24180-24180 ]"},
      {"[^]a]", "not[93-93 97-97 ]"},
      {"[a-]", "[97-97 45-45 ]"},
      {"[-a]", "[45-45 97-97 ]"},
      {"[\\d\\-\\]]", "[name 45-45 93-93 ]"},
      {"[[:alpha:]\\x{4E00}-\\x{9FFF}]", "[name 19968-40959 ]"},
      {"(?i)a(?s:b)", "seq{'a' group{'b'}}"},
      {"\\Qa.b\\E.", "seq{'a' '.' 'b' []}"},
      {"a{,2}", "seq{'a' '{' ',' '2' '}'}"},  // no repetition for RE2, either
  };
  for (const Row& row : rows) {
    ASSERT_TRUE(re2::RE2(row.pattern).ok()) << row.pattern;
    const PatternTree tree(row.pattern);
    EXPECT_EQ(dump(tree.root(), tree), row.tree) << row.pattern;
  }
}

TEST(PatternTree, KnowsWhatCanMatchNothing) {
  struct Row {
    std::string pattern;
    std::string empty;  // anywhere, at the begin, at the end
  };
  const std::vector<Row> rows = {
      {"a", "---"},        {"a?", "abe"},     {"a*b?", "abe"},      {"a*b", "---"},   {"a|", "abe"},
      {"(?:a|b*)", "abe"}, {"a{0,3}", "abe"}, {"(?:a?){3}", "abe"}, {"^a*", "-b-"},   {"a*$", "--e"},
      {"^a*$", "---"},     {"^|a", "-b-"},    {"\\ba*", "---"},     {"\\Aa?", "-b-"}, {"a?\\z", "--e"},
  };
  for (const Row& row : rows) {
    const PatternTree tree(row.pattern);
    const PatternNode& root = tree.root();
    const std::string actual = std::string(root.empty_anywhere ? "a" : "-") + (root.empty_at_begin ? "b" : "-") +
                               (root.empty_at_end ? "e" : "-");
    EXPECT_EQ(actual, row.empty) << row.pattern;
  }
}

std::string texts(const Neighbours& neighbours, const PatternTree& tree) {
  std::string out;
  for (const PatternNode* leaf : neighbours.leaves) out += std::string(tree.text(*leaf)) + " ";
  return out + (neighbours.open ? "open" : "");
}

TEST(PatternTree, KnowsTheNeighboursOfAPart) {
  struct Row {
    std::string pattern;  // of the first \b
    std::string before;
    std::string behind;
  };
  const std::vector<Row> rows = {
      {"a\\bc", "a ", "c "},           {"\\b", "open", "open"},
      {"a?\\bc?", "a open", "c open"}, {"ab?\\b(?:c|de)f", "b a ", "c d "},
      {"(?:a\\b)+c", "a ", "a c "},  // once more, or on
      {"(?:a|b\\b)?", "b ", "open"},   {"a(?:x|\\b)b", "a ", "b "},
      {"a\\b\\Bc", "a ", "c "},        {"[ab]*\\b[^c]", "[ab] open", "[^c] "},
  };
  for (const Row& row : rows) {
    const PatternTree tree(row.pattern);
    bool found = false;
    for (const PatternNode& node : tree.nodes()) {
      if (found || tree.text(node) != "\\b" || node.kind != Kind::kAssertion) continue;
      found = true;
      EXPECT_EQ(texts(neighbours_before(node), tree), row.before) << row.pattern;
      EXPECT_EQ(texts(neighbours_behind(node), tree), row.behind) << row.pattern;
    }
    EXPECT_TRUE(found) << row.pattern;
  }
}

TEST(PatternTree, PlainTextMatchesTheSameAndCapturesNothing) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"(?P<x>a|b)+c{2,3}?", "(?:(?:a|b))+c{2,3}?"},
      {"a|b", "(?:a|b)"},
      {"^[^。]*\\x{E000}$", "^[^。]*\\x{E000}$"},
      {"(?:|a)", "(?:(?:|a))"},
  };
  for (const auto& [pattern, plain] : rows) {
    const PatternTree tree(pattern);
    std::string out;
    append_plain(out, tree.root(), tree);
    EXPECT_EQ(out, plain) << pattern;
    EXPECT_EQ(re2::RE2(out).NumberOfCapturingGroups(), 0);
  }
}

}  // namespace
}  // namespace mubiao::rules
