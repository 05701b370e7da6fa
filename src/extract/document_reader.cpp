// From an outline to what its paragraphs state. Door: DocumentReader.
#include "extract/document_reader.h"

#include <algorithm>
#include <array>

#include "extract/clauses.h"
#include "extract/document_time.h"
#include "extract/rule_text.h"
#include "extract/sentence_reader.h"

namespace mubiao {
namespace {

bool is_item(std::string_view paragraph) {
  constexpr std::array<std::string_view, 9> kBullets = {"—", "－", "-", "·", "•", "●", "◆", "■", "※"};
  return std::any_of(kBullets.begin(), kBullets.end(), [&](std::string_view b) { return paragraph.starts_with(b); });
}

// Whether a cell is short enough for a period, and holds a digit of its year.
bool may_be_period(std::string_view cell) {
  constexpr std::size_t kLongest = 48;  // bytes
  return cell.size() <= kLongest && holds_digit(cell);
}

}  // namespace

DocumentReader::DocumentReader(const Grammar& grammar, const HeadingClues& headings, const TableReader& tables,
                               const TablePage& page, const Outline& outline, bool explain)
    : grammar_(grammar),
      headings_(headings),
      text_(page.text()),
      outline_(outline),
      tables_(tables),
      page_(page),
      table_lines_(page, 0) {
  findings_.explain = explain;
  place_.time = document_time(outline, text_, grammar.rules);
}

void DocumentReader::read(const Visit& visit) {
  int section = -2;
  for (const Paragraph& paragraph : outline_.paragraphs) {
    place_.boilerplate = paragraph.boilerplate;
    const bool same = paragraph.section == section;
    if (!same) enter(paragraph.section);
    section = paragraph.section;
    const bool is_table = is_in_table(paragraph.span);
    take_from_table(is_table ? paragraph.span.end : paragraph.span.begin);
    if (is_table ? !visit(paragraph, findings_) : !read(paragraph, same, visit)) return;
  }
  if (outline_.paragraphs.empty()) return;
  take_from_table(text_.size());
  visit(outline_.paragraphs.back(), findings_);
}

// Paragraphs are asked for in order.
bool DocumentReader::is_in_table(Span paragraph) {
  while (table_.table.end <= paragraph.begin && next_line_ < paragraph.end) {
    take_from_table(text_.size());
    next_line_ =
        tables_.read_next(page_, table_lines_, {next_line_, paragraph.end}, place_.time, findings_.explain, table_);
    draft_ = account_ = 0;
  }
  return table_.table.overlaps(paragraph);
}

// What begins before `end`.
void DocumentReader::take_from_table(std::size_t end) {
  for (std::vector<Draft>& drafts = table_.drafts; draft_ < drafts.size(); ++draft_) {
    if (drafts[draft_].quote.begin >= end) break;
    findings_.drafts.push_back(std::move(drafts[draft_]));
  }
  for (std::vector<DraftAccount>& accounts = table_.accounts; account_ < accounts.size(); ++account_) {
    if (accounts[account_].span.begin >= end) break;
    findings_.accounts.push_back(std::move(accounts[account_]));
  }
}

// Views are built on those of the enclosing section, each once as a rule: of a document with many sections only those
// are kept that the next one may stand in.
const DocumentReader::SectionView& DocumentReader::view(int section) {
  const auto is_open = [&](const SectionView& view) { return view.section == section; };
  if (std::any_of(views_.begin(), views_.end(), is_open)) {
    while (views_.back().section != section) views_.pop_back();
  } else {
    SectionView below = view_below(view(outline_.sections[static_cast<std::size_t>(section)].parent), section);
    views_.push_back(std::move(below));
  }
  return views_.back();
}

DocumentReader::SectionView DocumentReader::view_below(const SectionView& above, int section) const {
  const std::string& title = outline_.sections[static_cast<std::size_t>(section)].title;
  SectionView out = above;
  out.section = section;
  out.path += (out.path.empty() ? "" : " > ") + title;
  std::vector<const Rule*> moods;
  headings_.moods.all(title, moods);
  for (const Rule* mood : moods) {
    out.past = set_value(*mood, "tense") == "past";
    out.goals = !out.past;
    out.past_rule = mood;
  }
  if (!may_state_period(title)) return out;
  std::size_t stated = 0;
  for (const Mention& m : grammar_.mentions.scan(title, {0, title.size()}, place_.time)) {
    if (m.type == MentionType::kPast) {
      out.past = true;
      out.past_rule = m.rule;
    }
    if (m.type != MentionType::kPeriod) continue;
    if (stated++ > 0) continue;
    out.governing = {};
    out.governing.years = {m.years};
    out.governing.loose = true;
    out.governing.rule = m.rule->id;
    out.governing.reason = m.rule->id + " in the heading " + title;
  }
  if (stated > 0) out.governing.of_several = stated > 1;
  return out;
}

// Most headings hold a number, which is their own, and no year.
bool DocumentReader::may_state_period(std::string_view title) const {
  LiteralIndex::Hits hits;
  headings_.periods.search(title, hits);
  bool any = false;
  hits.each([&](std::size_t) { return any = true; });
  return any;
}

void DocumentReader::enter(int section) {
  const SectionView& above = view(section);
  place_.section = above.path;
  place_.past = above.past;
  place_.past_rule = above.past_rule;
  place_.goals = above.goals;
  flow_.begin_section(above.governing);
}

// When what a row of some other table says is to be done: 改造供水管网200公里 | 2027年12月 | 市住房城乡建设局. None if
// no cell, or more than one, is a period and nothing else but a month.
std::optional<Governing> DocumentReader::period_of_row(Span row) const {
  std::optional<Governing> out;
  constexpr std::size_t kMonth = 12;  // bytes behind the year
  for (const std::string_view cell : cells_of_row(slice(text_, row))) {
    if (!may_be_period(cell)) continue;
    const std::vector<Mention> mentions = grammar_.mentions.scan(cell, {0, cell.size()}, place_.time);
    if (mentions.empty() || mentions[0].type != MentionType::kPeriod ||
        mentions[0].span.size() + kMonth < trim(cell).size())
      continue;
    if (out) return std::nullopt;
    out.emplace();
    if (mentions[0].years.year != 0) out->years = {mentions[0].years};
    out->rule = mentions[0].rule->id;
    out->reason = out->rule + " in this row";
  }
  return out;
}

// Who is responsible for what this row says, if a head above it says where they stand.
std::vector<std::string> DocumentReader::departments_of_row(Span row) {
  std::vector<std::size_t> head = tables_.department_columns(page_, row);
  if (!head.empty()) {
    department_columns_ = std::move(head);
    return {};
  }
  return department_columns_.empty() ? std::vector<std::string>{}
                                     : tables_.departments_in(page_, row, department_columns_);
}

bool DocumentReader::read(const Paragraph& paragraph, bool same_section, const Visit& visit) {
  const bool in_row = is_row(slice(text_, paragraph.span));
  flow_.begin_paragraph(same_section, is_item(slice(text_, paragraph.span)));
  if (in_row) {
    if (std::optional<Governing> period = period_of_row(paragraph.span)) flow_.govern(*std::move(period));
  } else {
    department_columns_.clear();
  }
  const std::vector<std::string> departments = in_row ? departments_of_row(paragraph.span) : std::vector<std::string>{};
  Span last;
  for (const Span sentence : split_sentences(text_, paragraph.span)) {
    const std::size_t before = findings_.drafts.size();
    read_sentence(grammar_, text_, sentence, place_, flow_, findings_);
    for (std::size_t i = before; i < findings_.drafts.size(); ++i) findings_.drafts[i].departments = departments;
    if (!visit(paragraph, findings_)) return false;
    last = sentence;
  }
  std::optional<Governing> claim = flow_.take_section_claim();
  if (claim && !views_.back().past) views_.back().governing = *std::move(claim);
  if (in_row) return true;  // what stands above a table holds for all of its rows, and no row for the next one
  const std::string_view end = slice(text_, last);
  flow_.end_paragraph(!end.ends_with("。") && !end.ends_with("!") && !end.ends_with("?"));
  return true;
}

}  // namespace mubiao
