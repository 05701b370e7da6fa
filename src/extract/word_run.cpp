// Runs of words of a finite list. Door: WordRun.
#include "extract/word_run.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"

namespace mubiao {
namespace {

// Every word of (?:sequence)*: one that repeats by itself adds its words.
std::optional<Words> words_of_run(const std::vector<Element>& sequence) {
  const bool one = sequence.size() == 1;
  const auto group = one ? inside_of(sequence.front().text) : std::nullopt;
  const std::string_view quantifier = one ? sequence.front().quantifier : "";
  const bool nested = group && group->name.empty() && (quantifier.empty() || quantifier == "*" || quantifier == "+");
  return nested ? words_of_alternatives(group->inside, words_of_run) : words_of(sequence);
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

}  // namespace

std::shared_ptr<const WordRun> WordRun::of(const Element& element) {
  const Element run = unwrapped(element);
  if (run.quantifier != "*") return nullptr;
  const auto group = inside_of(run.text);
  auto words = group ? words_of_alternatives(group->inside, words_of_run) : words_of_one({run.text, ""});
  if (!words || (group && !group->name.empty())) return nullptr;
  // Words are found by the characters that they begin and end with.
  const auto is_found = [](const std::string& word) { return !word.starts_with(kAnyHan) && !word.ends_with(kAnyHan); };
  if (!std::all_of(words->begin(), words->end(), is_found)) return nullptr;
  std::sort(words->begin(), words->end());
  words->erase(std::unique(words->begin(), words->end()), words->end());
  return std::shared_ptr<const WordRun>(new WordRun(*std::move(words)));
}

WordRun::WordRun(Words words)
    : words_(std::move(words)), by_begin_(words_, WordTable::Side::kBegin), by_end_(words_, WordTable::Side::kEnd) {}

void WordRun::reach_back(std::string_view text, Places& ends) const {
  if (ends.empty()) return;
  for (std::size_t at = ends.back();;) {
    by_end_.at(text, at, [&](std::size_t length) { ends.add(at - length); });
    const auto here = std::lower_bound(ends.begin(), ends.end(), at);
    if (here == ends.begin()) return;
    at = *std::prev(here);
  }
}

void WordRun::reach_ahead(std::string_view text, Places& begins) const {
  if (begins.empty()) return;
  for (std::size_t at = begins.front();;) {
    by_begin_.at(text, at, [&](std::size_t length) { begins.add(at + length); });
    const auto next = std::upper_bound(begins.begin(), begins.end(), at);
    if (next == begins.end()) return;
    at = *next;
  }
}

void RunChain::add(std::shared_ptr<const WordRun> run) {
  begins_ |= run->begins();
  ends_ |= run->ends();
  runs_.push_back(std::move(run));
}

Places RunChain::back(std::string_view text, std::size_t end) const {
  Places out = {end};
  if (!may_end(text, end)) return out;
  for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) (*run)->reach_back(text, out);
  return out;
}

Places RunChain::ahead(std::string_view text, std::size_t begin) const {
  Places out = {begin};
  if (!WordTable::may_stand_at(begins_, text, begin, WordTable::Side::kBegin)) return out;
  for (const auto& run : runs_) run->reach_ahead(text, out);
  return out;
}

}  // namespace mubiao
