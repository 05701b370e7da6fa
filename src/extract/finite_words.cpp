// Patterns that match a finite number of words. Door: words_of.
#include "extract/finite_words.h"

#include <utility>

#include "extract/character_sets.h"
#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostWords = 4000;
constexpr unsigned kMostTimes = 9;           // of one element
constexpr std::size_t kMostCharacters = 64;  // of a class that is taken as so many words

// Adds `before` + each text of so many words one behind the other, the longer first where one begins another. False if
// those are too many.
bool repeat(const Words& words, std::string before, std::size_t least, std::size_t most, Words& out) {
  if (most > 0) {
    for (const std::string& word : words) {
      if (!word.empty() && !repeat(words, before + word, least == 0 ? 0 : least - 1, most - 1, out)) return false;
    }
  }
  if (least == 0) out.push_back(std::move(before));
  return out.size() <= kMostWords;
}

std::optional<Words> words_of_element(const Element& element) {
  const auto count = repeat_of(element.quantifier);
  const bool few = count && !count->lazy && count->most && *count->most <= kMostTimes;
  auto one = few ? words_of_one(element) : std::nullopt;
  if (!one || element.quantifier.empty()) return one;
  bool may_be_empty = false;
  for (const std::string& word : *one) may_be_empty = may_be_empty || word.empty();
  Words out;
  if (!repeat(*one, "", may_be_empty ? 0 : count->least, *count->most, out)) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Words> words_of_one(const Element& element) {
  if (const auto group = inside_of(element.text)) return words_of(group->inside);
  if (element.text[0] == '(' || element.text == "." || element.text == "^" || element.text == "$") return std::nullopt;
  if (element.text == "\\p{Han}") return Words{std::string(1, kAnyHan)};
  const auto characters = characters_of(element.text, kMostCharacters);
  if (!characters) return std::nullopt;
  Words out;
  for (const char32_t c : *characters) out.push_back(to_utf8(c));
  return out;
}

std::optional<Words> words_of(const std::vector<Element>& sequence) {
  Words out = {""};
  for (const Element& element : sequence) {
    const auto next = words_of_element(element);
    if (!next || out.size() * next->size() > kMostWords) return std::nullopt;
    Words longer;
    longer.reserve(out.size() * next->size());
    for (const std::string& left : out) {
      for (const std::string& right : *next) longer.push_back(left + right);
    }
    out = std::move(longer);
  }
  return out;
}

bool is_word(std::string_view pattern) { return pattern.find_first_of("\\[(.^$?*+{|)") == std::string_view::npos; }

std::optional<Words> words_of_alternatives(std::string_view pattern, SequenceWords words_of_sequence) {
  const auto alternatives = alternatives_of(pattern);
  if (!alternatives) return std::nullopt;
  Words out;
  for (const std::string_view alternative : *alternatives) {
    if (is_word(alternative)) {
      out.emplace_back(alternative);
      continue;
    }
    const auto elements = elements_of(alternative);
    const auto words = elements ? words_of_sequence(*elements) : std::nullopt;
    if (!words || out.size() + words->size() > kMostWords) return std::nullopt;
    out.insert(out.end(), words->begin(), words->end());
  }
  if (out.size() > kMostWords) return std::nullopt;
  return out;
}

std::optional<Words> words_of(std::string_view pattern) { return words_of_alternatives(pattern, words_of); }

}  // namespace mubiao
