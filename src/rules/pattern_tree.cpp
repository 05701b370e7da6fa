// Patterns taken apart, so that what is wrong with them can be looked for: what is known of every part, and what
// stands next to it. Doors: PatternTree and the neighbours of a part.
#include "rules/pattern_tree.h"

#include <algorithm>
#include <utility>

#include "rules/pattern_tree_reader.h"

namespace mubiao::rules {

using Kind = PatternNode::Kind;

namespace {

constexpr std::size_t kMostNeighbours = 64;

// What a part says of its children, once they are done.
void settle(PatternNode& node) {
  const auto all = [&](bool PatternNode::*empty) {
    return std::all_of(node.children.begin(), node.children.end(), [&](const PatternNode* c) { return c->*empty; });
  };
  const auto any = [&](bool PatternNode::*empty) {
    return std::any_of(node.children.begin(), node.children.end(), [&](const PatternNode* c) { return c->*empty; });
  };
  for (bool PatternNode::*empty :
       {&PatternNode::empty_anywhere, &PatternNode::empty_at_begin, &PatternNode::empty_at_end}) {
    switch (node.kind) {
      case Kind::kSequence:
      case Kind::kGroup:
        node.*empty = all(empty);
        break;
      case Kind::kAlternation:
        node.*empty = any(empty);
        break;
      case Kind::kRepetition:
        node.*empty = node.least == 0 || any(empty);
        break;
      default:
        break;
    }
  }
}

void settle_all(PatternNode& node, std::string_view pattern) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    node.children[i]->parent = &node;
    node.children[i]->position = i;
    settle_all(*node.children[i], pattern);
  }
  settle(node);
  if (node.kind != Kind::kAssertion) return;
  const std::string_view text = pattern.substr(node.begin, node.end - node.begin);
  node.empty_at_begin = text == "^" || text == "\\A";
  node.empty_at_end = text == "$" || text == "\\z";
}

enum class Side { kBefore, kBehind };

// The characters that a part can begin with (kBehind: what stands behind something begins) or end with.
void add_leaves(const PatternNode& node, Side side, Neighbours& out) {
  if (out.leaves.size() >= kMostNeighbours) return;
  if (node.is_leaf()) {
    if (node.kind != Kind::kAssertion) out.leaves.push_back(&node);
    return;
  }
  const std::size_t n = node.children.size();
  for (std::size_t i = 0; i < n; ++i) {
    const PatternNode& child = *node.children[side == Side::kBehind ? i : n - 1 - i];
    add_leaves(child, side, out);
    const bool stops = node.kind == Kind::kSequence && child.kind != Kind::kAssertion && !child.empty_anywhere;
    if (stops || out.leaves.size() >= kMostNeighbours) return;
  }
}

Neighbours neighbours(const PatternNode& start, Side side) {
  Neighbours out;
  for (const PatternNode* node = &start; node->parent != nullptr; node = node->parent) {
    const PatternNode& parent = *node->parent;
    if (parent.kind == Kind::kRepetition && parent.most != 1) add_leaves(*node, side, out);
    if (parent.kind != Kind::kSequence) continue;
    // Below the first, the index wraps around to what is no index.
    const std::size_t step = side == Side::kBehind ? 1 : std::size_t{0} - 1;
    for (std::size_t i = node->position + step; i < parent.children.size(); i += step) {
      const PatternNode& sibling = *parent.children[i];
      add_leaves(sibling, side, out);
      const bool stops = sibling.kind != Kind::kAssertion && !sibling.empty_anywhere;
      if (stops || out.leaves.size() >= kMostNeighbours) return out;
    }
  }
  out.open = true;
  return out;
}

}  // namespace

PatternTree::PatternTree(std::string pattern) : pattern_(std::move(pattern)) {
  const ReadNodes read = read_pattern_nodes(pattern_, nodes_);
  root_ = read.root;
  has_flags_ = read.has_flags;
  settle_all(*root_, pattern_);
}

void append_plain(std::string& out, const PatternNode& node, const PatternTree& tree) {
  switch (node.kind) {
    case Kind::kGroup:
    case Kind::kSequence:
    case Kind::kAlternation:
      if (node.kind != Kind::kSequence) out += "(?:";
      for (const PatternNode* child : node.children) {
        if (node.kind == Kind::kAlternation && child != node.children.front()) out += '|';
        append_plain(out, *child, tree);
      }
      if (node.kind != Kind::kSequence) out += ')';
      return;
    case Kind::kRepetition:
      append_plain(out, *node.children.front(), tree);
      out += tree.text(node).substr(node.children.front()->end - node.begin);
      return;
    default:
      out += tree.text(node);
  }
}

Neighbours neighbours_before(const PatternNode& node) { return neighbours(node, Side::kBefore); }
Neighbours neighbours_behind(const PatternNode& node) { return neighbours(node, Side::kBehind); }

}  // namespace mubiao::rules
