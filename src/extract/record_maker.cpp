// Drafts to records. Door: RecordMaker.
#include "extract/record_maker.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mubiao/unit.h"

namespace mubiao {

Record RecordMaker::make(const Paragraph& paragraph, Draft&& draft) {
  Record r;
  r.kind = draft.kind;
  r.indicator = std::move(draft.indicator);
  script_.restore(r.indicator, draft.sentence);
  if (draft.quantity) {
    Quantity q = in_canonical_unit(*std::move(draft.quantity));
    r.value = std::move(q.value);
    r.value_high = std::move(q.high);
    r.unit = q.unit ? std::move(q.unit->symbol) : "";
  }
  r.bound = draft.bound;
  r.change = draft.change;
  if (draft.years) {
    r.year = draft.years->year;
    r.period_start = draft.years->start;
    r.period_end = draft.years->end;
  }
  r.baseline_year = draft.baseline_year;
  r.firmness = draft.firmness;
  r.nature = std::move(draft.nature);
  r.section = path_of(paragraph.section);
  if (draft.kind != Kind::kContext) {
    r.responsible = draft.departments.empty() ? outline_.departments_of(paragraph) : std::move(draft.departments);
    script_.restore(r.responsible, paragraph.span);
  }
  r.sentence = std::string(slice(text_.as_written(), draft.sentence));
  r.rule = draft.rule != nullptr ? draft.rule->id : "";
  r.provenance = std::move(draft.provenance);
  const Span in_document = text_.to_document(draft.quote);
  r.quote = std::string(slice(document_.text(), in_document));
  r.bytes = document_.to_bytes(in_document);
  const Position position = document_.position(in_document.begin);
  r.page = document_.page(in_document.begin);
  r.line = position.line;
  r.column = position.column;
  return r;
}

Account RecordMaker::make(const DraftAccount& draft) const {
  const Span in_document = text_.to_document(draft.span);
  const Position position = document_.position(in_document.begin);
  return {document_.to_bytes(in_document),
          position.line,
          position.column,
          std::string(slice(document_.text(), in_document)),
          draft.verdict,
          draft.rule,
          draft.clause,
          draft.attempts};
}

// Records of a section follow each other.
const std::vector<std::string>& RecordMaker::path_of(int section) {
  if (section == section_) return path_;
  section_ = section;
  path_.clear();
  for (int s = section; s >= 0; s = outline_.sections[static_cast<std::size_t>(s)].parent) {
    const Section& heading = outline_.sections[static_cast<std::size_t>(s)];
    script_.restore(path_.emplace_back(heading.title), heading.heading);
  }
  std::reverse(path_.begin(), path_.end());
  return path_;
}

}  // namespace mubiao
