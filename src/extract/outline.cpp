// Puts an outline together: lines, marks, contents, metadata, sections, paragraphs, departments.
// The doors are Outliner::outline and opens_block.
#include "mubiao/outline.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "extract/characters.h"
#include "extract/contents.h"
#include "extract/departments.h"
#include "extract/headings.h"
#include "extract/metadata.h"
#include "extract/section_tree.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestHead = 120;  // lines before the first heading that are looked at for metadata

// The head of a document: the lines before its first heading.
std::size_t head_size(const std::vector<Span>& lines, const std::vector<Mark>& marks,
                      const std::vector<bool>& contents) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    const bool heading =
        mark.role == MarkRole::kNumbered || mark.role == MarkRole::kSingle || mark.role == MarkRole::kPart;
    if (heading && !contents[mark.line] && under(marks, i, lines) != Under::kNothing)
      return std::min(mark.line + (mark.inlined ? 1 : 0), kLongestHead);
  }
  return std::min(lines.size(), kLongestHead);
}

class Assembler {
 public:
  Assembler(std::string_view text, const DepartmentRules& departments) : text_(text), departments_(departments) {
    look_for_departments_ = departments_.possible(text);
  }

  // Cuts the lines at their headings.
  void assemble(const std::vector<Span>& lines, const SectionTree& tree, const std::vector<bool>& boilerplate) {
    paragraphs_.reserve(lines.size());  // hardly any more; to grow would take it twice
    std::size_t next = 0;
    std::size_t resume = 0;
    int section = -1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::size_t begin = std::max(lines[i].begin, resume);
      for (; next < tree.switches.size() && tree.switches[next].from < lines[i].end; ++next) {
        const SectionSwitch& change = tree.switches[next];
        add({begin, std::max(begin, change.from)}, section, boilerplate[i]);
        section = change.section;
        resume = change.resume;
        begin = std::max(begin, resume);
      }
      add({begin, std::max(begin, lines[i].end)}, section, boilerplate[i]);
    }
  }

  /// Gives the paragraphs of a section the list that stands in or right behind its heading, and cuts the list off
  /// the title.
  void inherit(std::vector<Section>& sections) {
    if (!look_for_departments_) return;
    for (std::size_t i = 0; i < sections.size(); ++i) take_from_heading(sections[i], static_cast<int>(i));
    if (of_sections_.empty()) return;
    for (Paragraph& paragraph : paragraphs_)
      for (int s = paragraph.section; s >= 0 && paragraph.departments < 0;
           s = sections[static_cast<std::size_t>(s)].parent)
        if (const auto own = of_sections_.find(s); own != of_sections_.end()) paragraph.departments = own->second;
  }

  std::vector<Paragraph> take_paragraphs() { return std::move(paragraphs_); }
  std::vector<DepartmentList> take_departments() { return std::move(lists_); }

 private:
  void add(Span span, int section, bool boilerplate) {
    const std::string_view body = trim(slice(text_, {span.begin, std::max(span.begin, span.end)}));
    if (body.empty()) return;
    const std::size_t begin = static_cast<std::size_t>(body.data() - text_.data());
    Paragraph paragraph;
    paragraph.span = {begin, begin + body.size()};
    paragraph.section = section;
    paragraph.boilerplate = boilerplate;
    if (look_for_departments_ && !boilerplate) return add_with_departments(paragraph);
    paragraphs_.push_back(paragraph);
  }

  void take_from_heading(Section& section, int index) {
    const std::string_view heading = slice(text_, section.heading);
    if (heading.empty() || heading.back() != ')') return;
    std::vector<DepartmentList> lists = departments_.find(heading);
    if (lists.empty() || lists.back().span.end != heading.size() || lists.back().span.begin == 0) return;
    const std::size_t begin = section.heading.begin;
    section.heading.end = begin + lists.back().span.begin;
    section.title = without_spaces(slice(text_, section.heading));
    of_sections_[index] = keep(std::move(lists.back()), begin);
  }

  // Index of a list whose span is told from `begin` on.
  int keep(DepartmentList list, std::size_t begin) {
    list.span = {begin + list.span.begin, begin + list.span.end};
    lists_.push_back(std::move(list));
    return static_cast<int>(lists_.size()) - 1;
  }

  // A list closes the text before it: what follows in the line is a paragraph of its own.
  void add_with_departments(Paragraph whole) {
    const std::string_view body = slice(text_, whole.span);
    std::size_t done = 0;
    for (DepartmentList& list : departments_.find(body)) {
      const Span span = list.span;
      Paragraph part = whole;
      part.span = {whole.span.begin + done, whole.span.begin + span.end};
      part.departments = keep(std::move(list), whole.span.begin);
      const bool first = paragraphs_.empty() || paragraphs_.back().section != part.section;
      if (first && span.begin == done && part.section >= 0) of_sections_[part.section] = part.departments;
      paragraphs_.push_back(part);
      give_to_paragraphs_before(part.departments);
      done = span.end;
    }
    while (done < body.size() && (is_blank(body[done]) || body[done] == ';' || body.substr(done).starts_with("。")))
      done += is_blank(body[done]) || body[done] == ';' ? 1 : std::string_view("。").size();
    if (done == body.size()) return;
    whole.span.begin += done;
    paragraphs_.push_back(whole);
  }

  // A list at the end of a section of several paragraphs answers for all of them since the last list.
  void give_to_paragraphs_before(int list) {
    const int section = paragraphs_.back().section;
    for (std::size_t i = paragraphs_.size() - 1; i-- > 0;) {
      Paragraph& before = paragraphs_[i];
      if (before.section != section || section < 0 || before.departments >= 0) return;
      before.departments = list;
    }
  }

  std::string_view text_;
  const DepartmentRules& departments_;
  bool look_for_departments_ = false;
  std::vector<Paragraph> paragraphs_;
  std::vector<DepartmentList> lists_;
  std::map<int, int> of_sections_;  // the list in or right behind a heading
};

}  // namespace

std::vector<std::string> Outline::path(int section) const {
  std::vector<std::string> titles;
  for (; section >= 0; section = sections[static_cast<std::size_t>(section)].parent)
    titles.push_back(sections[static_cast<std::size_t>(section)].title);
  std::reverse(titles.begin(), titles.end());
  return titles;
}

const std::vector<std::string>& Outline::departments_of(const Paragraph& paragraph) const {
  static const std::vector<std::string> kNone;
  return paragraph.departments < 0 ? kNone : departments[static_cast<std::size_t>(paragraph.departments)].names;
}

OpensBlock opens_block(const RuleSet& rules) {
  return [headings = std::make_shared<const HeadingRules>(rules)](std::string_view line) {
    return headings->opens_block(line);
  };
}

struct Outliner::Rules {
  explicit Rules(const RuleSet& set) : headings(set), departments(set), metadata(set) {}
  HeadingRules headings;
  DepartmentRules departments;
  MetadataRules metadata;
};

Outliner::Outliner(const RuleSet& rules) : rules_(std::make_shared<const Rules>(rules)) {}

Outline Outliner::outline(const NormalizedText& text) const {
  const std::vector<Span> lines = find_lines(text.text);
  std::vector<Mark> marks = find_marks(text.text, lines, rules_->headings);
  std::vector<bool> boilerplate = find_contents(text.text, lines, marks);
  DocumentHead head = rules_->metadata.read(text.text, lines, head_size(lines, marks, boilerplate), boilerplate);
  SectionTree tree = build_sections(lines, marks, boilerplate, head.metadata.title.value_or(""));
  for (std::size_t line : head.boilerplate) boilerplate[line] = true;
  std::vector<Mark>().swap(marks);  // of a large document as much memory as its paragraphs take next

  Assembler assembler(text.text, rules_->departments);
  assembler.assemble(lines, tree, boilerplate);
  assembler.inherit(tree.sections);
  Outline result;
  result.metadata = std::move(head.metadata);
  result.sections = std::move(tree.sections);
  result.paragraphs = assembler.take_paragraphs();
  result.departments = assembler.take_departments();
  return result;
}

Outline outline(const NormalizedText& text, const RuleSet& rules) { return Outliner(rules).outline(text); }

}  // namespace mubiao
