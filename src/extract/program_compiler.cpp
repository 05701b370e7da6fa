// Makes programs of patterns. Door: PatternProgram::of.
#include <algorithm>

#include "extract/character_sets.h"
#include "extract/characters.h"
#include "extract/pattern_elements.h"
#include "extract/pattern_program.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostOps = 4000;
constexpr unsigned kMostTimes = 100;         // of what is counted
constexpr std::size_t kFewAlternatives = 2;  // not worth a switch

std::optional<CharacterRanges> set_of(std::string_view element) {
  if (element == "^") return std::nullopt;
  if (element != ".") return ranges_of(element);
  CharacterRanges newline;
  newline.add({'\n', '\n'});
  return newline.complement();
}

// The only character that an element matches, if that is known.
std::optional<char32_t> one_character(std::string_view element) {
  if (std::string_view("([.^$").find(element[0]) != std::string_view::npos) return std::nullopt;
  if (element[0] != '\\') return first_character(element);
  const auto set = set_of(element);
  if (!set || set->ranges().size() != 1 || set->ranges()[0].first != set->ranges()[0].last) return std::nullopt;
  return set->ranges()[0].first;
}

}  // namespace

class PatternProgram::Compiler {
 public:
  Compiler(PatternProgram& out, std::span<const char* const> names) : out_(out), names_(names) {}

  bool compile(std::string_view pattern) {
    if (!alternation(pattern)) return false;
    emit(Code::kMatch, 0);
    finish();
    return out_.ops_.size() <= kMostOps;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.ops_.size()); }
  std::uint32_t emit(Code code, std::uint32_t x) {
    out_.ops_.push_back({code, x});
    return here() - 1;
  }
  void land(const std::vector<std::uint32_t>& jumps) {
    for (const std::uint32_t jump : jumps) out_.ops_[jump].x = here();
  }

  // Where a jump to `op` ends.
  std::uint32_t end_of_jumps(std::uint32_t op) const {
    while (out_.ops_[op].code == Code::kJump) op = out_.ops_[op].x;
    return op;
  }

  // Says of each operation what follows it, and of each choice which characters lead which way.
  void finish() {
    for (Op& op : out_.ops_) {
      if (op.code != Code::kSet) continue;
      CharacterRanges others = out_.sets_[op.x].complement();
      others.settle();
      op.next = out_.sets_[op.x].last_bits();
      op.other = others.last_bits() | class_of(kEndOfText);  // the end of the text is in no set
    }
    const std::vector<std::uint64_t> classes = classes_to_begin_with();
    for (std::uint32_t i = 0; i < here(); ++i) {
      Op& op = out_.ops_[i];
      if (op.code == Code::kMatch) continue;
      op.to = end_of_jumps(i + 1);
      if (op.code != Code::kChoice) continue;
      op.x = end_of_jumps(op.x);
      op.next = classes[op.to];
      op.other = classes[op.x];
      if (gives_nothing_back(i)) op.code = Code::kWhile;
    }
    for (Switch& cases : out_.switches_) {
      for (auto& [character, op] : cases) op = end_of_jumps(op);
    }
    out_.begin_ = end_of_jumps(0);
  }

  // Of each operation the classes of the characters that it and what follows it can go on with. Loops lead back, to what
  // is not known yet: hence as often as it takes.
  std::vector<std::uint64_t> classes_to_begin_with() const {
    std::vector<std::uint64_t> out(out_.ops_.size());
    for (bool changed = true; changed;) {
      changed = false;
      for (std::uint32_t i = here(); i-- > 0;) {
        const std::uint64_t now = classes_to_begin_with(i, out);
        changed = changed || now != out[i];
        out[i] = now;
      }
    }
    return out;
  }

  std::uint64_t classes_to_begin_with(std::uint32_t i, const std::vector<std::uint64_t>& known) const {
    const Op& op = out_.ops_[i];
    std::uint64_t out = 0;
    switch (op.code) {
      case Code::kCharacter:
        return class_of(op.x);
      case Code::kSet:
        return op.next;
      case Code::kMatch:
        return ~out;
      case Code::kJump:
        return known[op.x];
      case Code::kSwitch:
        for (const auto& [character, to] : out_.switches_[op.x]) out |= class_of(character);
        return out;
      case Code::kChoice:
      case Code::kWhile:
        return known[i + 1] | known[op.x];
      case Code::kBegin:
      case Code::kEnd:
        break;
    }
    return known[i + 1];
  }

  // Whether a choice repeats one character or set, as often as it can, and nothing that may follow begins with one of
  // those: what fails behind all of them fails behind fewer, too, which neither end the text.
  bool gives_nothing_back(std::uint32_t choice) const {
    const std::uint32_t body = choice + 1;
    if (!out_.takes_character(body) || out_.ops_[body + 1].code != Code::kJump || out_.ops_[body + 1].x != choice)
      return false;
    const auto behind = out_.heads(out_.ops_[choice].x).ops;
    return std::none_of(behind.begin(), behind.end(), [&](std::uint32_t op) { return overlap(body, op); });
  }

  bool overlap(std::uint32_t a, std::uint32_t b) const {
    if (out_.ops_[a].code == Code::kCharacter) std::swap(a, b);
    if (out_.ops_[b].code == Code::kCharacter) return out_.holds(out_.ops_[a], out_.ops_[b].x);
    return out_.sets_[out_.ops_[a].x].overlaps(out_.sets_[out_.ops_[b].x]);
  }

  bool alternation(std::string_view pattern) {
    const auto alternatives = alternatives_of(pattern);
    if (!alternatives) return false;
    if (alternatives->size() > kFewAlternatives && by_character(*alternatives)) return true;
    return !failed_ && in_turn(*alternatives);
  }

  // One after the other, as they are written.
  bool in_turn(const std::vector<std::string_view>& alternatives) {
    std::vector<std::uint32_t> done;
    for (std::size_t a = 0; a < alternatives.size(); ++a) {
      const bool last = a + 1 == alternatives.size();
      const std::uint32_t choice = last ? 0 : emit(Code::kChoice, 0);
      if (!sequence(alternatives[a])) return false;
      if (last) break;
      done.push_back(emit(Code::kJump, 0));
      out_.ops_[choice].x = here();
    }
    land(done);
    return true;
  }

  // By what they begin with, if each begins with one known character: those that begin otherwise need not be tried.
  bool by_character(const std::vector<std::string_view>& alternatives) {
    std::vector<std::pair<char32_t, std::vector<std::string_view>>> groups;
    for (const std::string_view alternative : alternatives) {
      const auto elements = elements_of(alternative);
      if (!elements || elements->empty() || !elements->front().quantifier.empty()) return false;
      const auto first = one_character(elements->front().text);
      if (!first) return false;
      auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == *first; });
      if (group == groups.end()) group = groups.insert(groups.end(), {*first, {}});
      group->second.push_back(alternative);
    }
    const auto index = static_cast<std::uint32_t>(out_.switches_.size());
    out_.switches_.emplace_back();
    emit(Code::kSwitch, index);
    Switch cases;
    std::vector<std::uint32_t> done;
    for (const auto& [first, members] : groups) {
      cases.emplace_back(first, here());
      failed_ = failed_ || !in_turn(members);
      done.push_back(emit(Code::kJump, 0));
    }
    land(done);
    std::sort(cases.begin(), cases.end());
    out_.switches_[index] = std::move(cases);
    return !failed_;
  }

  bool sequence(std::string_view pattern) {
    const auto elements = elements_of(pattern);
    return elements && std::all_of(elements->begin(), elements->end(), [&](const Element& e) { return repeated(e); });
  }

  bool repeated(const Element& element) {
    const auto repeat = repeat_of(element.quantifier);
    if (!repeat || repeat->least > kMostTimes || repeat->most > kMostTimes) return false;
    for (unsigned n = 0; n < repeat->least; ++n) {
      if (!once(element.text)) return false;
    }
    if (!repeat->most) return loop(element.text, repeat->lazy);
    std::vector<std::uint32_t> outs;
    for (unsigned n = repeat->least; n < *repeat->most; ++n) {
      outs.push_back(choice(repeat->lazy));
      if (!once(element.text)) return false;
    }
    land(outs);
    return true;
  }

  // Leads on, or else, or first of all if it is lazy, to where the jump that is given back will land.
  std::uint32_t choice(bool lazy) {
    const std::uint32_t at = emit(Code::kChoice, here() + 2);
    if (!lazy) return at;
    return emit(Code::kJump, 0);
  }

  bool loop(std::string_view element, bool lazy) {
    const std::uint32_t begin = here();
    const std::uint32_t out = choice(lazy);
    const std::uint32_t body = here();
    if (!once(element) || may_be_empty(body)) return false;
    emit(Code::kJump, begin);
    land({out});
    return true;
  }

  // Whether what is read last, from `begin` on, takes no character at times.
  bool may_be_empty(std::uint32_t begin) const {
    const Heads heads = out_.heads(begin);
    return heads.may_end || std::any_of(heads.ops.begin(), heads.ops.end(), [&](std::uint32_t op) {
             return out_.ops_[op].code == Code::kCharacter && out_.ops_[op].x == kEndOfText;
           });
  }

  bool once(std::string_view element) {
    if (out_.ops_.size() > kMostOps) return false;
    if (element == "$") {
      emit(Code::kCharacter, kEndOfText);
      return true;
    }
    if (element.front() == '(') {
      const auto inside = inside_of(element);
      if (!inside) return false;
      const auto name = std::find(names_.begin(), names_.end(), inside->name);
      if (name == names_.end()) return alternation(inside->inside);
      const auto group = static_cast<std::uint32_t>(name - names_.begin());
      emit(Code::kBegin, group);
      if (!alternation(inside->inside)) return false;
      emit(Code::kEnd, group);
      return true;
    }
    if (const auto character = one_character(element)) {
      emit(Code::kCharacter, *character);
      return true;
    }
    return set(element);
  }

  // Sets that stand there several times, as what is counted does, are read once.
  bool set(std::string_view element) {
    auto known = std::find(elements_of_sets_.begin(), elements_of_sets_.end(), element);
    if (known == elements_of_sets_.end()) {
      auto set = set_of(element);
      if (!set) return false;
      out_.sets_.push_back(*std::move(set));
      known = elements_of_sets_.insert(known, element);
    }
    emit(Code::kSet, static_cast<std::uint32_t>(known - elements_of_sets_.begin()));
    return true;
  }

  PatternProgram& out_;
  std::span<const char* const> names_;
  std::vector<std::string_view> elements_of_sets_;  // how each set is written
  bool failed_ = false;
};

std::optional<PatternProgram> PatternProgram::of(std::string_view pattern, std::span<const char* const> names) {
  PatternProgram out;
  if (!Compiler(out, names).compile(pattern)) return std::nullopt;
  return out;
}

}  // namespace mubiao
