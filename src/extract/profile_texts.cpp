// The texts that rules see: lines, sentences, typed clauses. Door: profile_texts.
#include "extract/profile_texts.h"

#include <algorithm>
#include <initializer_list>

#include "extract/clauses.h"
#include "extract/document_time.h"
#include "extract/segment_text.h"
#include "extract/typed_text.h"
#include "mubiao/outline.h"

namespace mubiao {
namespace {

class Collector {
 public:
  Collector(const Grammar& grammar, const NormalizedText& text, const Outline& outline)
      : grammar_(grammar), text_(text.text), time_(document_time(outline, text.text, grammar.rules)) {}

  void add_lines() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      add({RuleKind::kHeading, RuleKind::kMetadata, RuleKind::kDepartment}, std::string(text_.substr(at, end - at)));
      at = end + 1;
    }
  }

  void add_paragraph(Span paragraph) {
    for (const Span sentence : split_sentences(text_, paragraph)) {
      add({RuleKind::kName, RuleKind::kPeriod, RuleKind::kBaseline}, std::string(slice(text_, sentence)));
      mentions_ = grammar_.mentions.scan(text_, sentence, time_);
      const TypedText typed = make_typed(text_, sentence, mentions_);
      add({RuleKind::kCarry}, typed.text);
      add_clauses(typed);
      for (const Span aside : typed.asides) add_clauses(make_typed(text_, aside, mentions_));
    }
  }

  void add_indicators(const Extraction& extraction) {
    for (const Record& record : extraction.records) {
      if (!record.indicator.empty()) add({RuleKind::kIndicator}, record.indicator);
    }
  }

  ProfileTexts take() { return std::move(out_); }

 private:
  void add_clauses(const TypedText& typed) {
    for (const Segment& segment : split_segments(typed, grammar_.list_words)) {
      const SegmentText clause(text_, typed, mentions_, segment.span);
      add({RuleKind::kMood, RuleKind::kMilestone, RuleKind::kDelegated, RuleKind::kBound}, std::string(clause.typed()));
      clause.each_mention([&](int mention) {
        if (mentions_[static_cast<std::size_t>(mention)].type != MentionType::kQuantity) return;
        add({RuleKind::kContext, RuleKind::kTarget}, clause.focused_on(mention));
      });
    }
  }

  void add(std::initializer_list<RuleKind> kinds, const std::string& text) {
    for (const RuleKind kind : kinds) out_[static_cast<std::size_t>(kind)].push_back(text);
  }

  const Grammar& grammar_;
  std::string_view text_;
  DocumentTime time_;
  std::vector<Mention> mentions_;
  ProfileTexts out_;
};

}  // namespace

ProfileTexts profile_texts(const Grammar& grammar, const Document& document, const Extraction& extraction) {
  const NormalizedText text = normalize(document, opens_block(grammar.rules));
  const Outline structure = outline(text, grammar.rules);
  Collector collector(grammar, text, structure);
  collector.add_lines();
  for (const Paragraph& paragraph : structure.paragraphs) collector.add_paragraph(paragraph.span);
  collector.add_indicators(extraction);
  return collector.take();
}

}  // namespace mubiao
