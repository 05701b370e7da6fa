// The whole way from a document to its records. Door: Extractor.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "extract/clauses.h"
#include "extract/document_time.h"
#include "extract/draft.h"
#include "extract/literal_index.h"
#include "extract/rule_text.h"
#include "extract/sentence_reader.h"
#include "mubiao/extract.h"
#include "mubiao/outline.h"

namespace mubiao {

struct Extractor::Engine {
  explicit Engine(RuleSet set)
      : grammar(std::move(set)),
        heading_moods(moods_on_headings(grammar.rules)),
        periods(grammar.rules.rules(RuleKind::kPeriod), LiteralIndex::Text::kSource),
        opens(opens_block(grammar.rules)),
        outliner(grammar.rules) {}

  static std::vector<const Rule*> moods_on_headings(const RuleSet& rules) {
    std::vector<const Rule*> out;
    for (const Rule* mood : rules.rules(RuleKind::kMood)) {
      if (set_value(*mood, "on") == "heading") out.push_back(mood);
    }
    return out;
  }

  Grammar grammar;
  RuleMatcher heading_moods;
  LiteralIndex periods;
  OpensBlock opens;
  Outliner outliner;

  Extraction run(const Document& document, const Kinds& kinds, bool explain) const;
};

namespace {

// Reads a document paragraph by paragraph, in order.
class DocumentReader {
 public:
  DocumentReader(const Grammar& grammar, const RuleMatcher& heading_moods, const LiteralIndex& periods,
                 const NormalizedText& text, const Outline& outline, bool explain)
      : grammar_(grammar), heading_moods_(heading_moods), periods_(periods), text_(text.text), outline_(outline) {
    findings_.explain = explain;
    place_.time = document_time(outline, grammar.rules);
    views_.resize(outline.sections.size());
  }

  Findings read() {
    int section = -2;
    for (const Paragraph& paragraph : outline_.paragraphs) {
      place_.boilerplate = paragraph.boilerplate;
      const bool same = paragraph.section == section;
      if (!same) enter(paragraph.section);
      section = paragraph.section;
      read(paragraph, same);
    }
    return std::move(findings_);
  }

 private:
  // What the headings above a paragraph say.
  struct SectionView {
    std::string path;
    bool past = false;
    bool goals = false;
    const Rule* past_rule = nullptr;
    Governing governing;
    bool known = false;
  };

  // Views are built on those of the enclosing section, each once.
  const SectionView& view(int section) {
    static const SectionView kTop;
    if (section < 0) return kTop;
    SectionView& out = views_[static_cast<std::size_t>(section)];
    if (out.known) return out;
    const Section& s = outline_.sections[static_cast<std::size_t>(section)];
    out = view(s.parent);
    out.known = true;
    out.path += (out.path.empty() ? "" : " > ") + s.title;
    std::vector<const Rule*> moods;
    heading_moods_.all(s.title, moods);
    for (const Rule* mood : moods) {
      out.past = set_value(*mood, "tense") == "past";
      out.goals = !out.past;
      out.past_rule = mood;
    }
    if (!may_state_period(s.title)) return out;
    for (const Mention& m : grammar_.mentions.scan(s.title, {0, s.title.size()}, place_.time)) {
      if (m.type == MentionType::kPast) {
        out.past = true;
        out.past_rule = m.rule;
      }
      if (m.type != MentionType::kPeriod) continue;
      out.governing = {{m.years}, false, false, true, m.rule->id, m.rule->id + " in the heading " + s.title};
    }
    return out;
  }

  // Most headings hold a number, which is their own, and no year.
  bool may_state_period(std::string_view title) const {
    LiteralIndex::Hits hits;
    periods_.search(title, hits);
    bool any = false;
    hits.each([&](std::size_t) { return any = true; });
    return any;
  }

  void enter(int section) {
    const SectionView& above = view(section);
    place_.section = above.path;
    place_.past = above.past;
    place_.past_rule = above.past_rule;
    place_.goals = above.goals;
    flow_.begin_section(above.governing);
  }

  void read(const Paragraph& paragraph, bool same_section) {
    flow_.begin_paragraph(same_section, is_item(slice(text_, paragraph.span)));
    Span last;
    for (const Span sentence : split_sentences(text_, paragraph.span)) {
      read_sentence(grammar_, text_, sentence, place_, flow_, findings_);
      last = sentence;
    }
    const std::string_view end = slice(text_, last);
    flow_.end_paragraph(!end.ends_with("。") && !end.ends_with("!") && !end.ends_with("?"));
  }

  static bool is_item(std::string_view paragraph) {
    constexpr std::array<std::string_view, 9> kBullets = {"—", "－", "-", "·", "•", "●", "◆", "■", "※"};
    return std::any_of(kBullets.begin(), kBullets.end(), [&](std::string_view b) { return paragraph.starts_with(b); });
  }

  const Grammar& grammar_;
  const RuleMatcher& heading_moods_;
  const LiteralIndex& periods_;
  std::string_view text_;
  const Outline& outline_;
  std::vector<SectionView> views_;  // by section
  Place place_;
  Flow flow_;
  Findings findings_;
};

// Turns drafts into records: places, quotes, sections, canonical units.
class RecordMaker {
 public:
  RecordMaker(const Document& document, const NormalizedText& text, const Outline& outline)
      : document_(document), text_(text), outline_(outline) {}

  Record make(Draft&& draft) {
    Record r;
    r.kind = draft.kind;
    r.indicator = std::move(draft.indicator);
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
    const Paragraph& paragraph = paragraph_at(draft.quote.begin);
    r.section = path_of(paragraph.section);
    if (draft.kind != Kind::kContext) r.responsible = paragraph.departments;
    r.sentence = std::string(slice(text_.text, draft.sentence));
    r.rule = draft.rule != nullptr ? draft.rule->id : "";
    r.provenance = std::move(draft.provenance);
    const Span in_document = text_.to_document(draft.quote);
    r.quote = std::string(slice(document_.text(), in_document));
    r.bytes = document_.to_bytes(in_document);
    const Position position = document_.position(in_document.begin);
    r.line = position.line;
    r.column = position.column;
    return r;
  }

  Account make(const DraftAccount& draft) const {
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

 private:
  // Records of a section follow each other.
  const std::vector<std::string>& path_of(int section) {
    if (section != section_) path_ = outline_.path(section);
    section_ = section;
    return path_;
  }

  const Paragraph& paragraph_at(std::size_t offset) const {
    const auto& all = outline_.paragraphs;
    const auto it = std::upper_bound(all.begin(), all.end(), offset,
                                     [](std::size_t o, const Paragraph& p) { return o < p.span.begin; });
    return it == all.begin() ? all.front() : *std::prev(it);
  }

  const Document& document_;
  const NormalizedText& text_;
  const Outline& outline_;
  int section_ = -1;
  std::vector<std::string> path_;  // of section_
};

std::vector<Record> records_of(std::vector<Draft>& drafts, const Kinds& kinds, RecordMaker& maker) {
  const auto is_wanted = [&](const Draft& draft) { return kinds[static_cast<std::size_t>(draft.kind)]; };
  std::vector<Draft*> order;  // a draft is large, and hardly any is out of place
  order.reserve(drafts.size());
  for (Draft& draft : drafts) order.push_back(&draft);
  std::stable_sort(order.begin(), order.end(),
                   [](const Draft* a, const Draft* b) { return a->quote.begin < b->quote.begin; });
  std::vector<Record> records;
  records.reserve(static_cast<std::size_t>(std::count_if(drafts.begin(), drafts.end(), is_wanted)));
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!is_wanted(*order[i])) continue;
    records.push_back(maker.make(std::move(*order[i])));
    records.back().n = static_cast<int>(i + 1);
  }
  return records;
}

}  // namespace

Extraction Extractor::Engine::run(const Document& document, const Kinds& kinds, bool explain) const {
  const NormalizedText text = normalize(document, opens);
  const Outline structure = outliner.outline(text);
  Findings findings = DocumentReader(grammar, heading_moods, periods, text, structure, explain).read();
  Extraction out;
  out.metadata = structure.metadata;
  RecordMaker maker(document, text, structure);
  out.records = records_of(findings.drafts, kinds, maker);
  std::stable_sort(findings.accounts.begin(), findings.accounts.end(),
                   [](const DraftAccount& a, const DraftAccount& b) { return a.span.begin < b.span.begin; });
  for (const DraftAccount& account : findings.accounts) out.accounts.push_back(maker.make(account));
  out.matches = std::move(findings.matches);
  return out;
}

Extractor::Extractor(RuleSet rules) : engine_(std::make_shared<Engine>(std::move(rules))) {}
const RuleSet& Extractor::rules() const { return engine_->grammar.rules; }
Extraction Extractor::extract(const Document& document, const Kinds& kinds) const {
  return engine_->run(document, kinds, false);
}
std::vector<Diagnostic> Extractor::extract(const Document& document, const Kinds& kinds, RecordSink& sink) const {
  Extraction extraction = extract(document, kinds);
  if (!sink.goes_on()) return {};
  sink.begin(extraction.metadata);
  for (Record& record : extraction.records) {
    if (!sink.take(std::move(record))) break;
  }
  return std::move(extraction.diagnostics);
}
Extraction Extractor::explain(const Document& document) const { return engine_->run(document, kAllKinds, true); }

}  // namespace mubiao
