// Runs of words of a finite list. Door: WordRun.
#include "extract/word_run.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostWords = 4000;
constexpr std::size_t kMostCharacters = 64;  // of a class that is taken as so many words
constexpr std::size_t kBuckets = 256;

using Words = std::vector<std::string>;

// Stands for any Han character of three bytes in a word.
constexpr char kHan = '\x01';

std::optional<Words> words_of(std::string_view pattern);

// How often an element with this quantifier stands there, if that is bounded by a small number.
std::optional<std::pair<std::size_t, std::size_t>> times(std::string_view quantifier) {
  if (quantifier.empty()) return {{1, 1}};
  if (quantifier == "?") return {{0, 1}};
  if (quantifier.size() == 3 && quantifier[0] == '{') return {{quantifier[1] - '0', quantifier[1] - '0'}};
  if (quantifier.size() == 5 && quantifier[0] == '{' && quantifier[2] == ',')
    return {{quantifier[1] - '0', quantifier[3] - '0'}};
  return std::nullopt;
}

std::optional<Words> words_of_element(const Element& element) {
  if (const auto group = inside_of(element.text)) return words_of(group->inside);
  if (element.text == "." || element.text == "^" || element.text == "$") return std::nullopt;
  if (element.text == "\\p{Han}") return Words{std::string(1, kHan)};
  const auto characters = characters_of(element.text, kMostCharacters);
  if (!characters) return std::nullopt;
  Words out;
  for (const char32_t c : *characters) out.push_back(to_utf8(c));
  return out;
}

std::optional<Words> joined(const Words& left, const Words& right) {
  if (left.size() * right.size() > kMostWords) return std::nullopt;
  Words out;
  for (const std::string& l : left) {
    for (const std::string& r : right) out.push_back(l + r);
  }
  return out;
}

std::optional<Words> words_of_sequence(std::string_view pattern) {
  const auto elements = elements_of(pattern);
  if (!elements) return std::nullopt;
  Words out = {""};
  for (const Element& element : *elements) {
    const auto count = times(element.quantifier);
    const auto one = words_of_element(element);
    if (!count || !one) return std::nullopt;
    Words repeated = {""};
    Words all;
    for (std::size_t n = 0; n <= count->second; ++n) {
      if (n >= count->first) all.insert(all.end(), repeated.begin(), repeated.end());
      if (n == count->second) break;
      auto longer = joined(repeated, *one);
      if (!longer) return std::nullopt;
      repeated = *std::move(longer);
    }
    auto next = joined(out, all);
    if (!next) return std::nullopt;
    out = *std::move(next);
  }
  return out;
}

// Every text that `pattern` matches, if those are a finite number.
std::optional<Words> words_of(std::string_view pattern) {
  const auto alternatives = alternatives_of(pattern);
  if (!alternatives) return std::nullopt;
  Words out;
  for (const std::string_view alternative : *alternatives) {
    const auto words = words_of_sequence(alternative);
    if (!words || out.size() + words->size() > kMostWords) return std::nullopt;
    out.insert(out.end(), words->begin(), words->end());
  }
  return out;
}

// Every word of (?:pattern)*: alternatives that repeat by themselves add their words.
std::optional<Words> words_of_run(std::string_view pattern) {
  const auto alternatives = alternatives_of(pattern);
  if (!alternatives) return std::nullopt;
  Words out;
  for (const std::string_view alternative : *alternatives) {
    const auto elements = elements_of(alternative);
    const bool one = elements && elements->size() == 1;
    const auto group = one ? inside_of(elements->front().text) : std::nullopt;
    const std::string_view quantifier = one ? elements->front().quantifier : "";
    const bool nested = group && group->name.empty() && (quantifier.empty() || quantifier == "*" || quantifier == "+");
    const auto words = nested ? words_of_run(group->inside) : words_of_sequence(alternative);
    if (!words || out.size() + words->size() > kMostWords) return std::nullopt;
    out.insert(out.end(), words->begin(), words->end());
  }
  return out;
}

// (?:(?:…)*) is (?:…)*.
Element unwrapped(Element element) {
  while (element.quantifier.empty()) {
    const auto group = inside_of(element.text);
    if (!group || !group->name.empty()) break;
    const auto inside = elements_of(group->inside);
    if (!inside || inside->size() != 1) break;
    element = inside->front();
  }
  return element;
}

std::size_t bucket_of(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t k) { return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0u; };
  return byte(0) < 0x80 ? byte(0) : (byte(1) << 2 ^ byte(2)) % kBuckets;
}

// How many bytes of `text` from `at` on are `word`, 0 if they are not.
std::size_t length_at(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t i = at;
  for (const char c : word) {
    if (i >= text.size() || (c == kHan ? !is_han_lead(text[i]) : text[i] != c)) return 0;
    i += c == kHan ? 3 : 1;
  }
  return i <= text.size() ? i - at : 0;
}

// A set of offsets in a text.
class Marks {
 public:
  Marks(std::size_t size, const Offsets& offsets) : marked_(size + 1) {
    for (const std::size_t at : offsets) marked_[at] = 1;
  }
  bool has(std::size_t at) const { return marked_[at] != 0; }
  /// False if it was there already.
  bool add(std::size_t at) { return std::exchange(marked_[at], 1) == 0; }

 private:
  std::vector<unsigned char> marked_;
};

}  // namespace

std::shared_ptr<const WordRun> WordRun::of(const Element& element) {
  const Element run = unwrapped(element);
  if (run.quantifier != "*") return nullptr;
  const auto group = inside_of(run.text);
  auto words = group ? words_of_run(group->inside) : words_of_element({run.text, ""});
  if (!words || (group && !group->name.empty())) return nullptr;
  return std::shared_ptr<const WordRun>(new WordRun(*std::move(words)));
}

WordRun::WordRun(std::vector<std::string> words) : starts_(kBuckets + 1) {
  std::erase(words, "");
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const std::string& word : words) {
    ++starts_[bucket_of(word, 0) + 1];
    const auto wildcards = static_cast<std::size_t>(std::count(word.begin(), word.end(), kHan));
    longest_ = std::max(longest_, word.size() + 2 * wildcards);
  }
  for (std::size_t b = 1; b <= kBuckets; ++b) starts_[b] = static_cast<std::uint16_t>(starts_[b] + starts_[b - 1]);
  words_.resize(words.size());
  std::vector<std::uint16_t> next(starts_.begin(), starts_.end() - 1);
  for (std::string& word : words) words_[next[bucket_of(word, 0)]++] = std::move(word);
}

template <typename Visit>
void WordRun::words_at(std::string_view text, std::size_t at, Visit visit) const {
  const std::size_t bucket = bucket_of(text, at);
  for (std::size_t w = starts_[bucket]; w < starts_[bucket + 1]; ++w) {
    if (const std::size_t length = length_at(text, at, words_[w]); length > 0) visit(length);
  }
}

void WordRun::reach_back(std::string_view text, Offsets& ends) const {
  if (ends.empty()) return;
  const std::size_t last = ends.back();
  std::optional<Marks> reached;  // made when there is a word at all
  std::size_t first = ends.front();
  for (std::size_t at = last; at-- > 0 && at + longest_ >= first;) {
    if (is_continuation(text[at])) continue;
    bool reaches = false;
    words_at(text, at, [&](std::size_t length) {
      if (at + length > last) return;
      if (!reached) reached.emplace(last, ends);
      reaches = reaches || reached->has(at + length);
    });
    if (!reaches || !reached->add(at)) continue;
    ends.push_back(at);
    first = std::min(first, at);
  }
  if (reached) std::sort(ends.begin(), ends.end());
}

void WordRun::reach_ahead(std::string_view text, Offsets& begins) const {
  std::optional<Marks> reached;
  for (std::size_t k = 0; k < begins.size(); ++k) {
    const std::size_t at = begins[k];
    if (at >= text.size()) continue;
    words_at(text, at, [&](std::size_t length) {
      if (!reached) reached.emplace(text.size(), begins);
      if (reached->add(at + length)) begins.push_back(at + length);
    });
  }
  if (reached) std::sort(begins.begin(), begins.end());
}

}  // namespace mubiao
