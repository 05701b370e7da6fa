// From the text of a pattern to its parts. Door: read_pattern_nodes. Knows the syntax that RE2 accepts; what RE2
// refuses never gets here.
#include "rules/pattern_tree_reader.h"

#include <algorithm>
#include <utility>

#include "text/terminal.h"

namespace mubiao::rules {

using Kind = PatternNode::Kind;

namespace {

class Reader {
 public:
  Reader(std::string_view pattern, std::deque<PatternNode>& nodes) : p_(pattern), nodes_(nodes) {}

  PatternNode* read() { return alternation(); }
  bool has_flags() const { return has_flags_; }

 private:
  PatternNode& make(Kind kind, std::size_t begin) {
    PatternNode& node = nodes_.emplace_back();
    node.kind = kind;
    node.begin = node.end = begin;
    return node;
  }

  // A node of several children, or the only one of them.
  PatternNode* join(Kind kind, std::size_t begin, std::vector<PatternNode*> children) {
    if (children.size() == 1) return children.front();
    PatternNode& node = make(kind, begin);
    node.end = at_;
    node.children.assign(children.begin(), children.end());
    return &node;
  }

  PatternNode* alternation() {
    const std::size_t begin = at_;
    std::vector<PatternNode*> alternatives = {sequence()};
    while (at_ < p_.size() && p_[at_] == '|') {
      ++at_;
      alternatives.push_back(sequence());
    }
    return join(Kind::kAlternation, begin, std::move(alternatives));
  }

  PatternNode* sequence() {
    const std::size_t begin = at_;
    std::vector<PatternNode*> parts;
    while (at_ < p_.size() && p_[at_] != '|' && p_[at_] != ')') {
      if (PatternNode* part = atom()) parts.push_back(repeated(part));
    }
    return join(Kind::kSequence, begin, std::move(parts));
  }

  // nullptr: flags, which are no part.
  PatternNode* atom() {
    if (quoted_) return quoted_character();
    switch (p_[at_]) {
      case '(':
        return group();
      case '[':
        return set();
      case '\\':
        return escape();
      case '.': {
        PatternNode& any = make(Kind::kSet, at_);
        any.end = ++at_;
        return &any;
      }
      case '^':
      case '$': {
        PatternNode& edge = make(Kind::kAssertion, at_);
        edge.end = ++at_;
        return &edge;
      }
      default:
        return character(at_);
    }
  }

  PatternNode* character(std::size_t begin) {
    PatternNode& node = make(Kind::kCharacter, begin);
    node.character = next_code_point(p_, at_);
    node.end = at_;
    return &node;
  }

  PatternNode* quoted_character() {
    if (p_.substr(at_, 2) != "\\E") return character(at_);
    at_ += 2;
    quoted_ = false;
    return nullptr;
  }

  PatternNode* group() {
    const std::size_t begin = at_;
    std::string name;
    ++at_;
    if (p_.substr(at_, 3) == "?P<") {
      const std::size_t close = std::min(p_.find('>', at_), p_.size());
      name = p_.substr(at_ + 3, close - at_ - 3);
      at_ = std::min(close + 1, p_.size());
    } else if (p_.substr(at_, 1) == "?") {
      const std::size_t end = std::min(p_.find_first_of(":)", at_), p_.size() - 1);
      has_flags_ = has_flags_ || end > at_ + 1;
      at_ = end + 1;
      if (p_[end] == ')') return nullptr;  // (?i): for what follows
    }
    PatternNode& node = make(Kind::kGroup, begin);
    node.name = std::move(name);
    node.children = {alternation()};
    at_ = std::min(at_ + 1, p_.size());
    node.end = at_;
    return &node;
  }

  PatternNode* escape() {
    const std::size_t begin = at_;
    const char c = at_ + 1 < p_.size() ? p_[at_ + 1] : '\0';
    if (c == 'Q') {
      at_ += 2;
      quoted_ = true;
      return nullptr;
    }
    if (std::string_view("bBAz").find(c) != std::string_view::npos) {
      at_ += 2;
      PatternNode& node = make(Kind::kAssertion, begin);
      node.end = at_;
      return &node;
    }
    const SetMember member = escaped_member();
    PatternNode& node = make(member.named ? Kind::kSet : Kind::kCharacter, begin);
    node.end = at_;
    node.character = member.first;
    if (member.named) {
      node.negated = std::string_view("DSWP").find(c) != std::string_view::npos;
      node.members = {member};
    }
    return &node;
  }

  // \d, \p{Han}, \x{FF05}, \101, \n, \. : what an escape stands for, in a class and outside.
  SetMember escaped_member() {
    SetMember member{at_, 0, 0, 0, false};
    const char c = at_ + 1 < p_.size() ? p_[at_ + 1] : '\0';
    at_ = std::min(at_ + 2, p_.size());
    if (c == 'p' || c == 'P') {
      at_ = p_.substr(at_, 1) == "{" ? std::min(p_.find('}', at_), p_.size() - 1) + 1 : std::min(at_ + 1, p_.size());
      member.named = true;
    } else if (std::string_view("dDsSwWC").find(c) != std::string_view::npos) {
      member.named = true;
    } else if (c == 'x') {
      const bool braces = p_.substr(at_, 1) == "{";
      const std::size_t digits = braces ? at_ + 1 : at_;
      const std::size_t end = braces ? std::min(p_.find('}', at_), p_.size()) : std::min(at_ + 2, p_.size());
      member.first = read_code(digits, end, 16);
      at_ = std::min(braces ? end + 1 : end, p_.size());
    } else if (c >= '0' && c <= '7') {
      std::size_t end = at_ - 1;
      while (end < p_.size() && end < at_ + 2 && p_[end] >= '0' && p_[end] <= '7') ++end;
      member.first = read_code(at_ - 1, end, 8);
      at_ = end;
    } else {
      constexpr std::string_view kNames = "afnrtv";
      constexpr std::string_view kControls = "\a\f\n\r\t\v";
      const std::size_t control = kNames.find(c);
      at_ -= at_ > member.begin + 1 ? 1 : 0;
      member.first = next_code_point(p_, at_);
      if (control != std::string_view::npos) member.first = static_cast<char32_t>(kControls[control]);
    }
    member.last = member.first;
    member.end = at_;
    return member;
  }

  char32_t read_code(std::size_t begin, std::size_t end, char32_t base) const {
    char32_t out = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const char c = p_[i];
      const auto digit = static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
      out = std::min<char32_t>(out * base + digit, 0x110000);
    }
    return out;
  }

  PatternNode* set() {
    PatternNode& node = make(Kind::kSet, at_);
    ++at_;
    node.negated = p_.substr(at_, 1) == "^";
    at_ += node.negated ? 1 : 0;
    const std::size_t first = at_;
    while (at_ < p_.size() && (p_[at_] != ']' || at_ == first)) node.members.push_back(set_member());
    at_ = std::min(at_ + 1, p_.size());
    node.end = at_;
    return &node;
  }

  SetMember set_member() {
    SetMember member = set_end_point();
    if (member.named || p_.substr(at_, 1) != "-" || at_ + 1 >= p_.size() || p_[at_ + 1] == ']') return member;
    ++at_;
    const SetMember last = set_end_point();
    member.last = last.first;
    member.end = at_;
    return member;
  }

  SetMember set_end_point() {
    if (p_[at_] == '\\') return escaped_member();
    SetMember member{at_, 0, 0, 0, false};
    const std::size_t close = p_.substr(at_, 2) == "[:" ? p_.find(":]", at_ + 2) : std::string_view::npos;
    if (close != std::string_view::npos) {
      member.named = true;
      at_ = close + 2;
    } else {
      member.first = member.last = next_code_point(p_, at_);
    }
    member.end = at_;
    return member;
  }

  PatternNode* repeated(PatternNode* part) {
    while (at_ < p_.size() && !quoted_) {
      int least = 0;
      int most = PatternNode::kEndless;
      if (p_[at_] == '{') {
        const std::size_t close = p_.find('}', at_);
        const std::string_view inside = p_.substr(at_ + 1, std::min(close, p_.size()) - at_ - 1);
        if (close == std::string_view::npos || inside.find_first_not_of("0123456789,") != std::string_view::npos ||
            inside.starts_with(',')) {
          break;  // a brace for itself
        }
        const std::size_t comma = inside.find(',');
        least = read_count(inside.substr(0, comma));
        if (comma == std::string_view::npos)
          most = least;
        else if (comma + 1 < inside.size())
          most = read_count(inside.substr(comma + 1));
        at_ = close + 1;
      } else if (p_[at_] == '*' || p_[at_] == '+' || p_[at_] == '?') {
        least = p_[at_] == '+' ? 1 : 0;
        if (p_[at_] == '?') most = 1;
        ++at_;
      } else {
        break;
      }
      if (p_.substr(at_, 1) == "?") ++at_;
      PatternNode& node = make(Kind::kRepetition, part->begin);
      node.end = at_;
      node.least = least;
      node.most = most;
      node.children = {part};
      part = &node;
    }
    return part;
  }

  static int read_count(std::string_view digits) {
    int out = 0;
    for (const char c : digits) out = std::min(out * 10 + (c - '0'), 1000);  // RE2 refuses more
    return out;
  }

  std::string_view p_;
  std::deque<PatternNode>& nodes_;
  std::size_t at_ = 0;
  bool quoted_ = false;  // between \Q and \E
  bool has_flags_ = false;
};

}  // namespace

ReadNodes read_pattern_nodes(std::string_view pattern, std::deque<PatternNode>& nodes) {
  Reader reader(pattern, nodes);
  PatternNode* root = reader.read();
  return {root, reader.has_flags()};
}

}  // namespace mubiao::rules
