// Captures, by words. Door: PhraseMatcher::capture.
#include "extract/phrase_matcher.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace mubiao {
namespace {

using Op = PhraseProgram::Op;
using Step = PhraseProgram::Step;

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kMostGroups = 16;

class Search {
 public:
  Search(const PhraseProgram& program, std::string_view text, Span match)
      : program_(program),
        text_(text.substr(0, match.end)),
        begin_(match.begin),
        width_(match.size() + 1),
        seen_((program.steps.size() * width_ + 63) / 64) {
    borders_.fill(kNowhere);
    constexpr std::size_t kUsual = 64;
    ways_.reserve(kUsual);
  }

  bool run() {
    ways_.push_back({0, begin_, kNowhere});
    while (!ways_.empty()) {
      const Way way = ways_.back();
      ways_.pop_back();
      if (way.border != kNowhere) {
        borders_[way.border] = way.place;
      } else if (follow(way.step, way.place)) {
        return true;
      }
    }
    return false;
  }
  std::size_t border(std::size_t index) const { return borders_[index]; }

 private:
  // Somewhere to go on, or what a border was before the way that is given up set it.
  struct Way {
    std::size_t step;
    std::size_t place;
    std::size_t border;  // kNowhere: it is a step
  };

  bool come_first(std::size_t step, std::size_t place) {
    const std::size_t bit = step * width_ + (place - begin_);
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    if ((seen_[bit / 64] & mask) != 0) return false;
    seen_[bit / 64] |= mask;
    return true;
  }

  // Goes on from a step until there is a choice to make, or no way.
  bool follow(std::size_t at, std::size_t place) {
    for (;;) {
      const Step step = program_.steps[at];
      switch (step.op) {
        case Op::kMatch:
          return place == text_.size();
        case Op::kWords:
          return words(at, place), false;
        case Op::kSet:
          if (place == text_.size()) return false;
          if (!program_.sets[step.first].contains(first_character(text_.substr(place)))) return false;
          place = std::min(text_.size(), place + character_bytes(text_[place]));
          ++at;
          break;
        case Op::kSplit:
          if (!come_first(at, place)) return false;
          ways_.push_back({step.second, place, kNowhere});
          at = step.first;
          break;
        case Op::kJump:
          at = step.first;
          break;
        case Op::kSave:
          ways_.push_back({0, borders_[step.first], step.first});
          borders_[step.first] = place;
          ++at;
          break;
        case Op::kTextBegin:
          if (place != 0) return false;
          ++at;
          break;
        case Op::kTextEnd:
          if (place != text_.size()) return false;
          ++at;
          break;
      }
    }
  }

  void words(std::size_t at, std::size_t place) {
    if (!come_first(at, place)) return;
    const std::size_t before = ways_.size();
    found_.clear();
    program_.words[program_.steps[at].first]->table.at(text_, place, [&](std::size_t length, std::size_t index) {
      // The last is put down first, and tried last.
      const auto where = std::find_if(found_.begin(), found_.end(), [&](std::size_t other) { return other < index; });
      ways_.insert(ways_.begin() + static_cast<std::ptrdiff_t>(before) + (where - found_.begin()),
                   {at + 1, place + length, kNowhere});
      found_.insert(where, index);
    });
  }

  const PhraseProgram& program_;
  std::string_view text_;
  std::size_t begin_;
  std::size_t width_;
  std::vector<std::uint64_t> seen_;  // a bit for each step and place
  std::vector<Way> ways_;            // not yet tried, the next one last
  std::vector<std::size_t> found_;   // indices of the words at a place
  std::array<std::size_t, 2 * kMostGroups> borders_;
};

}  // namespace

std::unique_ptr<const PhraseMatcher> PhraseMatcher::of(std::string pattern) {
  std::unique_ptr<PhraseMatcher> out(new PhraseMatcher(std::move(pattern)));
  auto program = PhraseProgram::of(out->pattern_);
  if (!program || program->names.size() > kMostGroups) return nullptr;
  out->program_ = *std::move(program);
  return out;
}

bool PhraseMatcher::capture(std::string_view text, Span match, Groups& out) const {
  Search search(program_, text, match);
  if (!search.run()) return false;
  for (std::size_t g = 0; g < program_.names.size(); ++g) {
    const auto group = group_named(program_.names[g]);
    const Span span{search.border(2 * g), search.border(2 * g + 1)};
    if (group && span.begin != kNowhere && span.end != kNowhere) out[static_cast<std::size_t>(*group)] = span;
  }
  return true;
}

}  // namespace mubiao
