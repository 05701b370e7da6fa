// Patterns matched by one look at each character. Door: StepPattern.
#include "extract/step_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "extract/characters.h"
#include "extract/pattern_edges.h"
#include "extract/pattern_elements.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostListed = 64;
constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

// How often an element stands, at least and at most; nullopt if it is lazy.
std::optional<std::pair<std::size_t, std::size_t>> times_of(std::string_view quantifier) {
  if (quantifier.empty()) return std::pair<std::size_t, std::size_t>{1, 1};
  if (quantifier == "?") return std::pair<std::size_t, std::size_t>{0, 1};
  if (quantifier == "*") return std::pair<std::size_t, std::size_t>{0, kAny};
  if (quantifier == "+") return std::pair<std::size_t, std::size_t>{1, kAny};
  if (quantifier[0] != '{' || quantifier.back() != '}') return std::nullopt;
  const char* const end = quantifier.data() + quantifier.size() - 1;
  std::size_t least = 0;
  const auto [behind, error] = std::from_chars(quantifier.data() + 1, end, least);
  if (error != std::errc()) return std::nullopt;
  if (behind == end) return std::pair{least, least};
  std::size_t most = kAny;
  if (behind + 1 < end && std::from_chars(behind + 1, end, most).ptr != end) return std::nullopt;
  return std::pair{least, most};
}

// The element with the escapes that stand for one control character as that character.
std::string with_tabs(std::string_view element) {
  std::string out;
  for (std::size_t i = 0; i < element.size(); ++i) {
    if (element[i] != '\\' || i + 1 == element.size()) {
      out += element[i];
    } else if (element[++i] == 't') {
      out += '\t';
    } else {
      out.append({'\\', element[i]});
    }
  }
  return out;
}

}  // namespace

inline std::size_t StepPattern::CharacterList::length_at(std::string_view text, std::size_t i) const {
  const auto lead = static_cast<std::uint8_t>(text[i]);
  if (lead < 0x80) return leads[lead] != negated ? 1 : 0;
  const bool is_listed = leads[lead] && listed.find(first_character(text.substr(i))) != std::u32string::npos;
  return is_listed != negated ? std::min(character_bytes(text[i]), text.size() - i) : 0;
}

bool StepPattern::CharacterList::overlaps(const CharacterList& other) const {
  if (negated && other.negated) return true;
  const CharacterList& these = negated ? other : *this;
  const CharacterList& those = negated ? *this : other;
  return std::any_of(these.listed.begin(), these.listed.end(),
                     [&](char32_t c) { return (those.listed.find(c) != std::u32string::npos) != those.negated; });
}

std::optional<StepPattern::CharacterList> StepPattern::list_of(std::string_view element) {
  const bool is_known = element != "." && element != "^" && element != "$";
  if (!is_known || element.find("[:") != std::string_view::npos) return std::nullopt;
  CharacterList list;
  std::string plain = with_tabs(element);
  list.negated = plain.starts_with("[^");
  if (list.negated) plain.erase(1, 1);
  const auto listed = characters_of(plain, kMostListed);
  if (!listed) return std::nullopt;
  list.listed = *listed;
  for (const char32_t c : list.listed) list.leads.set(first_byte(c));
  return list;
}

bool StepPattern::add(std::string_view sequence, Around around) {
  const auto elements = elements_of(sequence);
  if (!elements) return false;
  for (const Element& element : *elements) {
    if (ends_text_ && element.all() != "$") return false;
    if (element.all() == "$" && around == Around::kNothing) {
      ends_text_ = true;
    } else if (element.text.starts_with('(')) {
      if (!add_group(element, around)) return false;
    } else {
      const auto times = times_of(element.quantifier);
      auto characters = list_of(element.text);
      if (!times || !characters) return false;
      steps_.push_back({std::move(*characters), times->first, times->second});
    }
  }
  return true;
}

bool StepPattern::add_group(const Element& element, Around around) {
  const auto group = inside_of(element.text);
  if (!group || !element.quantifier.empty()) return false;
  if (group->name.empty()) return add(group->inside, around == Around::kNothing ? Around::kGroup : around);
  const std::size_t first = steps_.size();
  if (around == Around::kCapture || !add(group->inside, Around::kCapture) || steps_.size() == first) return false;
  groups_.emplace_back(first, steps_.size());
  return true;
}

bool StepPattern::gives_nothing_back() const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (steps_[i].least == steps_[i].most) continue;
    for (std::size_t k = i + 1; k < steps_.size(); ++k) {
      if (steps_[i].characters.overlaps(steps_[k].characters)) return false;
      if (steps_[k].least > 0) break;
    }
  }
  return true;
}

std::optional<StepPattern> StepPattern::of(std::string_view pattern) {
  StepPattern out;
  if (!out.add(pattern, Around::kNothing) || !out.gives_nothing_back()) return std::nullopt;
  return out;
}

std::size_t StepPattern::match(std::string_view text, std::size_t begin, re2::StringPiece* captured) const {
  std::size_t at = begin;
  std::size_t group = 0;  // the next one to begin or to end
  std::size_t group_begin = begin;
  const auto pass_borders = [&](std::size_t step) {
    for (; group < groups_.size() && groups_[group].second == step && groups_[group].first < step; ++group)
      captured[group] = {text.data() + group_begin, at - group_begin};
    if (group < groups_.size() && groups_[group].first == step) group_begin = at;
  };
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    pass_borders(i);
    const Step& step = steps_[i];
    std::size_t times = 0;
    while (times < step.most && at < text.size()) {
      const std::size_t length = step.characters.length_at(text, at);
      if (length == 0) break;
      at += length;
      ++times;
    }
    if (times < step.least) return kNone;
  }
  pass_borders(steps_.size());
  return ends_text_ && at < text.size() ? kNone : at;
}

}  // namespace mubiao
