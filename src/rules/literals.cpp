// What a pattern cannot do without. Door: required_literals.
//
// Reads the syntax that rule patterns are made of (alternations, groups, classes, quantifiers). What it does
// not know it takes for something that may match anything, so a wrong answer can only be "unknown".
#include "rules/literals.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

namespace mubiao::rules {
namespace {

using Literals = std::optional<std::set<std::string>>;  // none: unknown

constexpr std::size_t kMostLiterals = 400;

// The better prefilter: longer literals first, then fewer of them.
bool better(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shortest = [](const std::set<std::string>& s) {
    std::size_t n = 9;
    for (const std::string& literal : s) n = std::min(n, literal.size());
    return n;
  };
  if (shortest(a) != shortest(b)) return shortest(a) > shortest(b);
  return a.size() < b.size();
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : p_(pattern) {}

  Literals parse() {
    Literals out = alternation();
    return at_ == p_.size() ? out : std::nullopt;
  }

 private:
  // a|b|c up to a closing bracket or the end.
  Literals alternation() {
    Literals all = std::set<std::string>();
    while (true) {
      Literals one = sequence();
      if (all && one) all->insert(one->begin(), one->end());
      else all.reset();
      if (at_ >= p_.size() || p_[at_] != '|') break;
      ++at_;
    }
    if (all && all->size() > kMostLiterals) all.reset();
    return all;
  }

  Literals sequence() {
    Literals best;
    std::string run;
    const auto offer = [&](const std::set<std::string>& literals) {
      if (!best || better(literals, *best)) best = literals;
    };
    const auto end_run = [&] {
      if (!run.empty()) offer({run});
      run.clear();
    };
    while (at_ < p_.size() && p_[at_] != '|' && p_[at_] != ')') {
      if (p_[at_] == '(') {
        end_run();
        const Literals inner = group();
        if (!optional_quantifier() && inner && !inner->empty()) offer(*inner);
        continue;
      }
      const std::optional<std::string> literal = atom();
      const std::size_t before = at_;
      const bool optional = optional_quantifier();
      const bool repeated = at_ != before;
      if (!literal || optional) {
        end_run();
      } else {
        run += *literal;
        if (repeated) end_run();
      }
    }
    end_run();
    return best;
  }

  // ( … ): plain, (?:…) or (?P<name>…); others are not understood.
  Literals group() {
    ++at_;
    bool known = true;
    if (p_.substr(at_).starts_with("?:")) {
      at_ += 2;
    } else if (p_.substr(at_).starts_with("?P<")) {
      at_ = std::min(p_.size(), p_.find('>', at_));
      at_ += at_ < p_.size();
    } else if (p_.substr(at_).starts_with("?")) {
      known = false;
    }
    Literals inner = alternation();
    if (at_ < p_.size()) ++at_;
    return known ? inner : std::nullopt;
  }

  // One character, escape or class; a value if it stands for exactly one character.
  std::optional<std::string> atom() {
    const char c = p_[at_];
    if (c == '\\') return escape();
    if (c == '[') return skip_class();
    if (c == '.' || c == '^' || c == '$') return ++at_, std::nullopt;
    const auto byte = static_cast<unsigned char>(c);
    const std::size_t n = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const std::string out(p_.substr(at_, n));
    at_ += out.size();
    return out;
  }

  std::optional<std::string> escape() {
    ++at_;
    if (at_ >= p_.size()) return std::nullopt;
    const char c = p_[at_++];
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) return std::string(1, c);
    if (at_ < p_.size() && p_[at_] == '{') at_ = std::min(p_.size(), p_.find('}', at_) + 1);
    return std::nullopt;
  }

  std::optional<std::string> skip_class() {
    ++at_;
    if (at_ < p_.size() && p_[at_] == '^') ++at_;
    if (at_ < p_.size() && p_[at_] == ']') ++at_;
    while (at_ < p_.size() && p_[at_] != ']') {
      if (p_.substr(at_).starts_with("[:")) at_ = std::min(p_.size() - 1, p_.find(":]", at_) + 1);
      at_ += p_[at_] == '\\' ? 2 : 1;
    }
    ++at_;
    return std::nullopt;
  }

  // Steps over a quantifier. True if what it stands behind may be absent.
  bool optional_quantifier() {
    if (at_ >= p_.size()) return false;
    bool optional = false;
    if (p_[at_] == '?' || p_[at_] == '*') {
      optional = true;
      ++at_;
    } else if (p_[at_] == '+') {
      ++at_;
    } else if (p_[at_] == '{') {
      const std::size_t close = p_.find('}', at_);
      optional = p_.substr(at_ + 1).starts_with("0") || close == std::string_view::npos;
      at_ = close == std::string_view::npos ? p_.size() : close + 1;
    } else {
      return false;
    }
    if (at_ < p_.size() && p_[at_] == '?') ++at_;
    return optional;
  }

  std::string_view p_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> required_literals(std::string_view pattern) {
  const Literals found = Parser(pattern).parse();
  if (!found) return {};
  return {found->begin(), found->end()};
}

}  // namespace mubiao::rules
