// The whole way from a document to its records. Door: Extractor.
#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "extract/document_reader.h"
#include "extract/draft.h"
#include "extract/literal_index.h"
#include "extract/nothing_found.h"
#include "extract/own_script.h"
#include "extract/record_maker.h"
#include "extract/rule_text.h"
#include "extract/table_reader.h"
#include "mubiao/extract.h"
#include "mubiao/outline.h"

namespace mubiao {

struct Extractor::Engine {
  explicit Engine(RuleSet set)
      : grammar(std::move(set)),
        heading_moods(moods_on_headings(grammar.rules)),
        periods(grammar.rules.rules(RuleKind::kPeriod), LiteralIndex::Text::kSource),
        opens(opens_block(grammar.rules)),
        outliner(grammar.rules),
        tables(grammar) {}

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
  TableReader tables;

  /// `explained`: takes the accounts and matches, if somebody asks for them. Returns the diagnostics.
  std::vector<Diagnostic> run(const Document& document, const Kinds& kinds, RecordSink& sink,
                              Extraction* explained) const;
};

namespace {

// Hands over the records of a document as its sentences are read.
class Delivery {
 public:
  Delivery(const Kinds& kinds, RecordMaker& maker, RecordSink& sink) : kinds_(kinds), maker_(maker), sink_(sink) {}

  /// The records of one sentence. False if the sink wants no more.
  bool deliver(const Paragraph& paragraph, std::vector<Draft>& drafts) {
    order_.clear();  // a draft is large, and hardly any is out of place
    for (Draft& draft : drafts) order_.push_back(&draft);
    std::stable_sort(order_.begin(), order_.end(),
                     [](const Draft* a, const Draft* b) { return a->quote.begin < b->quote.begin; });
    for (Draft* draft : order_) {
      ++number_;
      ++found_[static_cast<std::size_t>(draft->kind)];
      if (!kinds_[static_cast<std::size_t>(draft->kind)]) continue;
      Record record = maker_.make(paragraph, std::move(*draft));
      record.n = number_;
      if (!sink_.take(std::move(record))) return false;
    }
    drafts.clear();
    return sink_.goes_on();
  }

  const KindCounts& found() const { return found_; }

 private:
  const Kinds& kinds_;
  RecordMaker& maker_;
  RecordSink& sink_;
  std::vector<Draft*> order_;
  int number_ = 0;  // of the last record
  KindCounts found_{};
};

class Collector : public RecordSink {
 public:
  explicit Collector(Extraction& out) : out_(out) {}
  void begin(const Metadata& metadata) override { out_.metadata = metadata; }
  bool take(Record&& record) override {
    out_.records.push_back(std::move(record));
    return true;
  }

 private:
  Extraction& out_;
};

void add_accounts(Findings& findings, const RecordMaker& maker, Extraction& out) {
  std::stable_sort(findings.accounts.begin(), findings.accounts.end(),
                   [](const DraftAccount& a, const DraftAccount& b) { return a.span.begin < b.span.begin; });
  for (const DraftAccount& account : findings.accounts) out.accounts.push_back(maker.make(account));
  findings.accounts.clear();
  std::move(findings.matches.begin(), findings.matches.end(), std::back_inserter(out.matches));
  findings.matches.clear();
}

}  // namespace

std::vector<Diagnostic> Extractor::Engine::run(const Document& document, const Kinds& kinds, RecordSink& sink,
                                               Extraction* explained) const {
  const NormalizedText text = normalize(document, opens, [&sink] { return sink.goes_on(); });
  if (!sink.goes_on()) return text.warnings;
  const Outline structure = outliner.outline(text);
  Metadata metadata = structure.metadata;
  OwnScript(text).restore(metadata);
  sink.begin(metadata);
  RecordMaker maker(document, text, structure);
  Delivery delivery(kinds, maker, sink);
  const TablePage page(document, text);
  DocumentReader reader(grammar, {heading_moods, periods}, tables, page, structure, explained != nullptr);
  bool wanted = true;
  reader.read([&](const Paragraph& paragraph, Findings& findings) {
    if (explained != nullptr) add_accounts(findings, maker, *explained);
    wanted = delivery.deliver(paragraph, findings.drafts);
    return wanted;
  });
  std::vector<Diagnostic> diagnostics = text.warnings;
  if (!wanted) return diagnostics;
  std::vector<Diagnostic> notes = note_if_nothing(delivery.found(), kinds, document.path());
  std::move(notes.begin(), notes.end(), std::back_inserter(diagnostics));
  return diagnostics;
}

Extractor::Extractor(RuleSet rules) : engine_(std::make_shared<Engine>(std::move(rules))) {}
const RuleSet& Extractor::rules() const { return engine_->grammar.rules; }
Extraction Extractor::extract(const Document& document, const Kinds& kinds) const {
  Extraction out;
  Collector collector(out);
  out.diagnostics = engine_->run(document, kinds, collector, nullptr);
  return out;
}
std::vector<Diagnostic> Extractor::extract(const Document& document, const Kinds& kinds, RecordSink& sink) const {
  return engine_->run(document, kinds, sink, nullptr);
}
Extraction Extractor::explain(const Document& document) const {
  Extraction out;
  Collector collector(out);
  out.diagnostics = engine_->run(document, kAllKinds, collector, &out);
  return out;
}

}  // namespace mubiao
