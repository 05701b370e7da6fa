// Patterns as steps over words. Door: PhraseProgram::of.
#include "extract/phrase_program.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/characters.h"
#include "extract/pattern_elements.h"

namespace mubiao {
namespace {

using Op = PhraseProgram::Op;

constexpr std::size_t kMostSteps = 4000;

// How often an element stands there. Without `most` there is no limit.
struct Times {
  std::size_t least = 1;
  std::optional<std::size_t> most = 1;
  bool greedy = true;
};

std::optional<Times> times_of(std::string_view quantifier) {
  Times out;
  if (quantifier.empty()) return out;
  if (quantifier.size() > 1 && quantifier.ends_with("?")) {
    out.greedy = false;
    quantifier.remove_suffix(1);
  }
  if (quantifier == "?") return Times{0, 1, out.greedy};
  if (quantifier == "*") return Times{0, std::nullopt, out.greedy};
  if (quantifier == "+") return Times{1, std::nullopt, out.greedy};
  const char* const end = quantifier.data() + quantifier.size() - 1;  // the }
  const auto number = [&](const char* from, std::size_t& to) { return std::from_chars(from, end, to).ptr; };
  const char* at = number(quantifier.data() + 1, out.least);
  if (at == end) {
    out.most = out.least;
  } else if (*at == ',' && at + 1 == end) {
    out.most.reset();
  } else if (*at == ',') {
    std::size_t most = 0;
    at = number(at + 1, most);
    out.most = most;
  }
  if (at != end && at + 1 != end) return std::nullopt;
  return out;
}

class Compiler {
 public:
  std::optional<PhraseProgram> compile(std::string_view pattern) {
    alternation(pattern);
    add(Op::kMatch);
    if (failed_) return std::nullopt;
    return std::move(out_);
  }

 private:
  std::size_t here() const { return out_.steps.size(); }
  std::size_t add(Op op, std::size_t first = 0, std::size_t second = 0) {
    failed_ = failed_ || here() >= kMostSteps;
    if (!failed_) out_.steps.push_back({op, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(second)});
    return failed_ ? 0 : here() - 1;
  }
  void set_first(std::size_t step, std::size_t to) { out_.steps[step].first = static_cast<std::uint16_t>(to); }
  void set_second(std::size_t step, std::size_t to) { out_.steps[step].second = static_cast<std::uint16_t>(to); }

  void alternation(std::string_view pattern) {
    const auto alternatives = alternatives_of(pattern);
    if (!alternatives) failed_ = true;
    if (failed_ || words(pattern)) return;
    std::vector<std::size_t> jumps;
    for (std::size_t a = 0; a + 1 < alternatives->size() && !failed_; ++a) {
      const std::size_t split = add(Op::kSplit, here() + 1);
      sequence((*alternatives)[a]);
      jumps.push_back(add(Op::kJump));
      if (!failed_) set_second(split, here());
    }
    if (!failed_) sequence(alternatives->back());
    for (const std::size_t jump : jumps) {
      if (!failed_) set_first(jump, here());
    }
  }

  // A pattern of nothing but words is one step.
  bool words(std::string_view pattern) {
    auto list = words_of(pattern);
    const auto is_unusable = [](const std::string& word) { return word.empty() || word.find(kAnyHan) != word.npos; };
    if (!list || list->empty() || std::any_of(list->begin(), list->end(), is_unusable)) return false;
    if (pattern.find(kNamed) != pattern.npos) return false;
    add_words(*std::move(list));
    return true;
  }
  void add_words(Words list) {
    add(Op::kWords, out_.words.size());
    out_.words.push_back(std::make_unique<const PhraseProgram::WordList>(std::move(list)));
  }

  void sequence(std::string_view pattern) {
    const auto elements = elements_of(pattern);
    if (!elements) {
      failed_ = true;
      return;
    }
    // Characters one behind the other are one word.
    std::string literal;
    const auto end_literal = [&] {
      if (!literal.empty()) add_words({std::exchange(literal, {})});
    };
    for (const Element& element : *elements) {
      const auto character = is_character(element) ? characters_of(element.text, 1) : std::nullopt;
      if (character && character->size() == 1) {
        literal += to_utf8(character->front());
      } else {
        end_literal();
        repeated(element);
      }
    }
    end_literal();
  }

  static bool is_character(const Element& element) {
    const std::string_view text = element.text;
    return element.quantifier.empty() && text[0] != '(' && text != "^" && text != "$" && text != ".";
  }

  void repeated(const Element& element) {
    const auto times = times_of(element.quantifier);
    if (!times) failed_ = true;
    if (failed_) return;
    for (std::size_t n = 0; n < times->least && !failed_; ++n) one(element.text);
    if (!times->most) {
      const std::size_t split = choice(times->greedy);
      one(element.text);
      add(Op::kJump, split);
      leave(split, times->greedy);
      return;
    }
    std::vector<std::size_t> splits;
    for (std::size_t n = times->least; n < *times->most && !failed_; ++n) {
      splits.push_back(choice(times->greedy));
      one(element.text);
    }
    for (const std::size_t split : splits) leave(split, times->greedy);
  }

  // A split of which one way is the step behind it, and the other is set by leave().
  std::size_t choice(bool greedy) { return greedy ? add(Op::kSplit, here() + 1) : add(Op::kSplit, 0, here() + 1); }
  void leave(std::size_t split, bool greedy) {
    if (failed_) return;
    greedy ? set_second(split, here()) : set_first(split, here());
  }

  void one(std::string_view text) {
    if (text == "^") {
      add(Op::kTextBegin);
    } else if (text == "$") {
      add(Op::kTextEnd);
    } else if (const auto group = inside_of(text)) {
      if (!group->name.empty()) add(Op::kSave, 2 * out_.names.size());
      const std::size_t index = out_.names.size();
      if (!group->name.empty()) out_.names.push_back(group->name);
      alternation(group->inside);
      if (!group->name.empty()) add(Op::kSave, 2 * index + 1);
    } else if (text[0] == '(' || text.find("\\p") != text.npos || text.find("\\P") != text.npos) {
      failed_ = true;
    } else if (!words(text)) {
      set(text);
    }
  }

  void set(std::string_view text) {
    CharacterRanges characters = edges_of(text).first;
    if (text == ".") characters = edges_of("[^\n]").first;
    // What is not understood could be any character.
    failed_ = failed_ || (characters.ranges().size() == 1 && characters.ranges().front().first == 0 && text != ".");
    add(Op::kSet, out_.sets.size());
    out_.sets.push_back(std::move(characters));
  }

  static constexpr std::string_view kNamed = "(?P<";
  PhraseProgram out_;
  bool failed_ = false;
};

}  // namespace

std::optional<PhraseProgram> PhraseProgram::of(std::string_view pattern) { return Compiler().compile(pattern); }

}  // namespace mubiao
