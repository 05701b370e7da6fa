// Builds the tree of sections from the marks of a text.
// The door is build_sections. A mark is a heading if it continues a sequence of its type or begins one, and
// if text stands under it. A box (专栏) has sequences of its own, and ends where an outer one goes on.
#include "extract/section_tree.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/contents.h"

namespace mubiao {
namespace {

constexpr int kDeepestFreeRank = 4;        // outer marks may begin a text with another number than one
constexpr int kLargestGap = 3;             // headings that may be lost between two of a sequence
constexpr int kSureItems = 2;              // so many items make a list
constexpr std::size_t kClearTitle = 16;    // characters; a heading among items is no longer
constexpr std::size_t kLongestCell = 120;  // bytes; a longer line of a box is prose
constexpr std::size_t kMostBoxLines = 400;

struct Sequence {
  int last = 0;
  int items = 0;    // how many of the last ones were items of a list, not headings
  int parent = -1;  // type of the heading it was seen under, where that is not an outer one
};

struct Open {
  int section;
  int type;
  int rank;
};

// Sequences inside and outside of a box are told apart.
struct Scope {
  std::vector<Sequence> sequences;
  int last_item = 0;  // 三是: 3
  Sequence& operator[](int type) {
    if (sequences.size() <= static_cast<std::size_t>(type)) sequences.resize(static_cast<std::size_t>(type) + 1);
    return sequences[static_cast<std::size_t>(type)];
  }
};

class Builder {
 public:
  Builder(const std::vector<Span>& lines, const std::vector<Mark>& marks, std::string_view title)
      : lines_(lines), marks_(marks), title_(without_spaces(title)) {}

  SectionTree build(const std::vector<bool>& contents) {
    for (std::size_t i = 0; i < marks_.size(); ++i)
      if (!contents[marks_[i].line]) take(i);
    for (Section& section : tree_.sections)
      section.level = section.parent < 0 ? 1 : tree_.sections[static_cast<std::size_t>(section.parent)].level + 1;
    return std::move(tree_);
  }

 private:
  void take(std::size_t i) {
    const Mark& mark = marks_[i];
    switch (mark.role) {
      case MarkRole::kNumbered:
        return take_numbered(i);
      case MarkRole::kSingle:
      case MarkRole::kPart:
        return take_unnumbered(mark);
      case MarkRole::kBox:
        return take_box(mark);
      case MarkRole::kAppendix:
        return take_appendix(mark);
      case MarkRole::kItem:
        return take_item(mark);
      case MarkRole::kNote:
        return take_note(mark);
      case MarkRole::kSalutation:
        return take_salutation(mark);
      case MarkRole::kContents:
      case MarkRole::kEntry:
      case MarkRole::kOpening:
      case MarkRole::kDate:
      case MarkRole::kCaption:
        return;
    }
  }

  bool in_box() const { return box_ < stack_.size(); }
  bool is_open(int type, std::size_t from) const {
    return std::any_of(stack_.begin() + static_cast<std::ptrdiff_t>(from), stack_.end(),
                       [type](const Open& open) { return open.type == type; });
  }
  int current() const { return stack_.empty() ? -1 : stack_.back().section; }
  void switch_to(std::size_t from, std::size_t resume) { tree_.switches.push_back({from, resume, current()}); }

  void push(const Mark& mark) {
    Section section;
    section.title = mark.title;
    section.parent = current();
    section.heading = mark.span;
    // A heading without a number (前言) holds no outer numbered one.
    const int rank = mark.role == MarkRole::kSingle ? kDeepestFreeRank : mark.rank;
    stack_.push_back({static_cast<int>(tree_.sections.size()), mark.type, rank});
    tree_.sections.push_back(std::move(section));
    skip_heading(mark);
  }

  void skip_heading(const Mark& mark) {
    switch_to(mark.span.begin, mark.below.empty() ? mark.body : mark.span.end);
    if (!mark.below.empty()) switch_to(mark.below.begin, mark.body);
  }

  void close_from(std::size_t first) {
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(first), stack_.end());
  }

  void close_box() {
    if (!in_box()) return;
    close_from(box_);
    box_ = kNoBox;
  }

  // Could this mark come next in its sequence?
  bool continues(Scope& scope, const Mark& mark, std::size_t from) {
    const Sequence& sequence = scope[mark.type];
    if (mark.ordinal == sequence.last + 1) return true;
    if (mark.ordinal == 1) return true;
    if (mark.inlined || mark.sentence) return false;
    if (sequence.last == 0) return from == 0 && mark.rank <= kDeepestFreeRank;
    if (mark.ordinal > sequence.last && mark.ordinal <= sequence.last + kLargestGap) return true;
    return mark.ordinal == sequence.last && is_open(mark.type, from);  // a number given twice by mistake
  }

  // In a box: does the mark go on with the box, or with what stands around it?
  bool stays_in_box(const Mark& mark, bool item) {
    const Sequence& inner = inner_[mark.type];
    const Sequence& outer = outer_[mark.type];
    const bool next_inner = inner.last > 0 && mark.ordinal == inner.last + 1;
    const bool next_outer = outer.last > 0 && mark.ordinal == outer.last + 1;
    if (next_inner && next_outer) return (inner.items > 0) == item;
    if (next_inner) return true;
    if (next_outer) return false;
    if (mark.ordinal != 1) return !is_open(mark.type, 0) || inner.last > 0;
    // A first mark behind the prose of a box: a deeper sequence begins outside, an outer one inside.
    return !prose_since_box(mark) || box_ == 0 || mark.rank <= stack_[box_ - 1].rank;
  }

  bool prose_since_box(const Mark& mark) const {
    for (std::size_t line = box_line_ + 1; line < mark.line && line < box_line_ + kMostBoxLines; ++line)
      if (lines_[line].size() > kLongestCell) return true;
    return false;
  }

  // A numbered line with nothing under it, or a whole sentence, is an item of a list and no heading; so is what
  // goes on with such a list, as far as it is no clear title.
  bool is_item(std::size_t i, Scope& scope) const {
    const Mark& mark = marks_[i];
    const Under below = under(marks_, i, lines_);
    if (mark.sentence || below == Under::kNothing) return true;
    const Sequence& before = scope[mark.type];
    if (before.items == 0 || mark.ordinal != before.last + 1) return false;
    if (below == Under::kRunningOn) return true;
    return before.items >= kSureItems && count_characters(mark.title) > kClearTitle;
  }

  void take_numbered(std::size_t i) {
    const Mark& mark = marks_[i];
    if (mark.title.empty() || mark.ordinal == 0) return;
    bool item = is_item(i, in_box() ? inner_ : outer_);
    if (in_box() && !mark.inlined && !stays_in_box(mark, item)) close_box();
    const bool inside = in_box();
    Scope& scope = inside ? inner_ : outer_;
    const std::size_t from = inside ? box_ + 1 : 0;
    if (!continues(scope, mark, from)) return;
    if (mark.inlined && !runs_in(mark, scope, from)) return;
    Sequence& sequence = scope[mark.type];
    item = is_item(i, scope);
    if (!item) open_numbered(mark, sequence, inside);
    sequence.last = mark.ordinal;
    sequence.items = item ? sequence.items + 1 : 0;
    if (!item && !inside) outer_.last_item = 0;
  }

  // A heading inside a line must be the very next of an open sequence, or begin one under the open heading.
  bool runs_in(const Mark& mark, Scope& scope, std::size_t from) {
    if (mark.sentence) return false;
    if (mark.ordinal > 1) return mark.ordinal == scope[mark.type].last + 1;
    return stack_.size() > from ? stack_.back().rank < mark.rank : mark.rank <= kDeepestFreeRank;
  }

  void open_numbered(const Mark& mark, Sequence& sequence, bool inside) {
    const std::size_t from = inside ? box_ + 1 : 0;
    if (is_open(mark.type, from)) {
      while (stack_.back().type != mark.type) stack_.pop_back();
      stack_.pop_back();
    } else if (sequence.parent >= 0 && is_open(sequence.parent, from)) {
      while (stack_.back().type != sequence.parent) stack_.pop_back();
    } else {
      if (begins_below_inner(mark, from))
        sequence.parent = stack_.back().type;
      else
        while (stack_.size() > from && stack_.back().rank >= mark.rank) stack_.pop_back();
      if (inside && stack_.size() == from && mark.ordinal == 1) lift_box(mark.type);
    }
    push(mark);
  }

  // Some documents turn the usual order around: "1.总则" with (一) right under it.
  bool begins_below_inner(const Mark& mark, std::size_t from) const {
    if (mark.ordinal != 1 || mark.inlined || mark.rank < kOutermostTurned || stack_.size() != from + 1) return false;
    const Section& above = tree_.sections[static_cast<std::size_t>(stack_.back().section)];
    return stack_.back().rank > mark.rank && mark.line > 0 && lines_[mark.line - 1].contains(above.heading);
  }

  // A box whose own items are numbered like the heading it stands under belongs beside that heading.
  void lift_box(int type) {
    if (box_ == 0 || stack_[box_ - 1].type != type) return;
    Section& box = tree_.sections[static_cast<std::size_t>(stack_[box_].section)];
    box.parent = tree_.sections[static_cast<std::size_t>(stack_[box_ - 1].section)].parent;
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(box_ - 1));
    --box_;
  }

  // All that is numbered stands below a part, and begins anew.
  void take_unnumbered(const Mark& mark) {
    reset();
    if (mark.role == MarkRole::kPart) outer_ = Scope{};
    push(mark);
  }

  void reset() {
    stack_.clear();
    box_ = kNoBox;
  }

  void take_box(const Mark& mark) {
    if (mark.title.empty()) return;
    close_box();
    inner_ = Scope{};
    box_ = stack_.size();
    box_line_ = mark.last_line;
    push(mark);
  }

  void take_appendix(const Mark& mark) {
    // "附件:实施方案" in a notice names an attachment, and does not begin one.
    const bool names_one = mark.below.empty() && mark.has_colon;
    if (names_one || mark.title.empty()) return;
    reset();
    outer_ = Scope{};
    if (title_.empty() || !mark.title.starts_with(title_)) return push(mark);
    skip_heading(mark);
  }

  void take_item(const Mark& mark) {
    if (!in_box()) {
      outer_.last_item = mark.ordinal;
      return;
    }
    if (mark.ordinal > 1 && mark.ordinal == outer_.last_item + 1 && mark.ordinal != inner_.last_item + 1) {
      close_box();
      switch_to(mark.span.begin, mark.span.begin);
      outer_.last_item = mark.ordinal;
    } else {
      inner_.last_item = mark.ordinal;
    }
  }

  void take_note(const Mark& mark) {
    if (!in_box()) return;
    close_box();
    switch_to(lines_[mark.line].end, lines_[mark.line].end);
  }

  void take_salutation(const Mark& mark) {
    close_box();
    if (stack_.size() <= 1) return;
    close_from(1);
    switch_to(mark.span.begin, mark.span.begin);
  }

  static constexpr std::size_t kNoBox = static_cast<std::size_t>(-1);

  const std::vector<Span>& lines_;
  const std::vector<Mark>& marks_;
  const std::string title_;
  SectionTree tree_;
  std::vector<Open> stack_;
  Scope outer_;
  Scope inner_;
  std::size_t box_ = kNoBox;  // index of the open box in stack_
  std::size_t box_line_ = 0;  // its last title line
};

}  // namespace

SectionTree build_sections(const std::vector<Span>& lines, const std::vector<Mark>& marks,
                           const std::vector<bool>& contents, std::string_view title) {
  return Builder(lines, marks, title).build(contents);
}

}  // namespace mubiao
