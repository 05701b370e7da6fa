// What a pattern cannot do without. Door: required_literals.
//
// Reads the syntax that rule patterns are made of (alternations, groups, classes, quantifiers). What it does
// not know it takes for something that may match anything, so a wrong answer can only be "unknown".
#include "rules/literals.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "text/terminal.h"

namespace mubiao::rules {
namespace {

using Literals = std::optional<std::set<std::string>>;  // none: unknown

constexpr std::size_t kMostLiterals = 400;
constexpr std::size_t kMostLists = 3;
constexpr int kDeepest = 200;  // groups inside each other: a pattern of 64 KiB could be thousands

std::size_t character_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

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

using Lists = std::vector<std::set<std::string>>;

const std::set<std::string>* best_of(const Lists& lists) {
  const auto best = std::min_element(lists.begin(), lists.end(), better);
  return best == lists.end() ? nullptr : &*best;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : p_(pattern) {}

  // Every list that the pattern cannot do without.
  Lists parse() {
    Lists out = alternation();
    if (given_up_ || at_ != p_.size()) return {};
    return out;
  }

 private:
  // a|b|c up to a closing bracket or the end: all lists of a sequence, one of several alternatives.
  Lists alternation() {
    Lists lists = sequence();
    if (at_ >= p_.size() || p_[at_] != '|') return lists;
    const auto* first = best_of(lists);
    Literals all = first != nullptr ? Literals(*first) : std::nullopt;
    while (at_ < p_.size() && p_[at_] == '|') {
      ++at_;
      const Lists next = sequence();
      const auto* const one = best_of(next);
      if (all && one != nullptr)
        all->insert(one->begin(), one->end());
      else
        all.reset();
    }
    if (!all || all->size() > kMostLiterals) return {};
    return {*std::move(all)};
  }

  Lists sequence() {
    Lists lists;
    std::string run;
    const auto end_run = [&] {
      if (!run.empty()) lists.push_back({std::exchange(run, {})});
    };
    while (at_ < p_.size() && p_[at_] != '|' && p_[at_] != ')') {
      if (p_[at_] == '(' || p_[at_] == '[') {
        end_run();
        Lists inner = p_[at_] == '(' ? group() : character_class();
        if (!optional_quantifier()) std::move(inner.begin(), inner.end(), std::back_inserter(lists));
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
    return lists;
  }

  // Nothing more is read, and nothing is known.
  Lists give_up() {
    given_up_ = true;
    at_ = p_.size();
    return {};
  }

  // ( … ): plain, (?:…) or (?P<name>…); others are not understood. Flags may change what letters stand for.
  Lists group() {
    if (depth_ == kDeepest) return give_up();
    ++at_;
    if (p_.substr(at_).starts_with("?:")) {
      at_ += 2;
    } else if (p_.substr(at_).starts_with("?P<")) {
      at_ = std::min(p_.size(), p_.find('>', at_));
      at_ += at_ < p_.size();
    } else if (p_.substr(at_).starts_with("?")) {
      return give_up();
    }
    ++depth_;
    Lists inner = alternation();
    --depth_;
    if (at_ < p_.size()) ++at_;
    return inner;
  }

  // One character, escape or class; a value if it stands for exactly one character.
  std::optional<std::string> atom() {
    const char c = p_[at_];
    if (c == '\\') return escape();
    if (c == '.' || c == '^' || c == '$') return ++at_, std::nullopt;
    const std::string out(p_.substr(at_, character_bytes(c)));
    at_ += out.size();
    return out;
  }

  std::optional<std::string> escape() {
    ++at_;
    if (at_ >= p_.size()) return std::nullopt;
    const char c = p_[at_++];
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) return std::string(1, c);
    const bool more = c == 'p' || c == 'P' || c == 'x' || c == 'Q' || (c >= '0' && c <= '9');
    if (!more) return std::nullopt;
    if (at_ >= p_.size() || p_[at_] != '{') {  // \pN, \x41, \101, \Q…\E: seldom written
      give_up();
      return std::nullopt;
    }
    const std::size_t close = std::min(p_.size(), p_.find('}', at_));
    const std::string digits(p_.substr(at_ + 1, close - at_ - 1));
    at_ = std::min(p_.size(), close + 1);
    // A placeholder is one character like any other.
    const unsigned long code = c == 'x' ? std::strtoul(digits.c_str(), nullptr, 16) : 0;
    if (code == 0 || code >= 0x10000) return std::nullopt;
    return to_utf8(static_cast<char32_t>(code));
  }

  // [省市] is one of two literals. Of other classes nothing is known.
  Lists character_class() {
    constexpr std::size_t kMost = 8;
    const std::size_t begin = ++at_;
    if (at_ < p_.size() && p_[at_] == '^') ++at_;
    if (at_ < p_.size() && p_[at_] == ']') ++at_;
    while (at_ < p_.size() && p_[at_] != ']') {
      const std::size_t named = p_.substr(at_).starts_with("[:") ? p_.find(":]", at_ + 2) : std::string_view::npos;
      if (named != std::string_view::npos) at_ = named + 1;
      at_ += p_[at_] == '\\' ? 2 : 1;
    }
    const std::string_view inside = p_.substr(std::min(begin, p_.size()), at_ - begin);
    ++at_;
    if (inside.find_first_of("^-\\[]") != std::string_view::npos) return {};
    std::set<std::string> characters;
    for (std::size_t i = 0; i < inside.size() && characters.size() <= kMost;) {
      const std::size_t n = character_bytes(inside[i]);
      characters.emplace(inside.substr(i, n));
      i += n;
    }
    if (characters.empty() || characters.size() > kMost) return {};
    return {std::move(characters)};
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
  int depth_ = 0;
  bool given_up_ = false;
};

}  // namespace

std::vector<std::vector<std::string>> required_literals(std::string_view pattern) {
  Lists lists = Parser(pattern).parse();
  std::stable_sort(lists.begin(), lists.end(), better);
  std::vector<std::vector<std::string>> out;
  for (const std::set<std::string>& list : lists) {
    if (out.size() < kMostLists && !list.empty()) out.emplace_back(list.begin(), list.end());
  }
  return out;
}

}  // namespace mubiao::rules
