#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/flow.h"
#include "extract/grammar.h"
#include "extract/literal_index.h"
#include "extract/rule_matcher.h"
#include "extract/table_reader.h"
#include "mubiao/outline.h"

namespace mubiao {

/// Reads a document paragraph by paragraph, in order. Borrows everything it is made of.
class DocumentReader {
 public:
  /// What headings say of the text under them: that it is past, or goals, and a period.
  struct HeadingClues {
    const RuleMatcher& moods;
    const LiteralIndex& periods;
  };
  /// What tables state is found with the paragraphs they are made of, and nothing else is there.
  DocumentReader(const Grammar& grammar, const HeadingClues& headings, const TableReader& tables, const TablePage& page,
                 const Outline& outline, bool explain);

  /// Calls `visit` behind each sentence, which nothing before it or behind it can be out of order with, with what was
  /// found and not taken out. False ends the reading.
  using Visit = std::function<bool(const Paragraph& paragraph, Findings& findings)>;
  void read(const Visit& visit);

 private:
  // What a heading and those above it say.
  struct SectionView {
    int section = -1;  // none
    std::string path;
    bool past = false;
    bool goals = false;
    const Rule* past_rule = nullptr;
    Governing governing;
  };
  const SectionView& view(int section);
  SectionView view_below(const SectionView& above, int section) const;
  bool may_state_period(std::string_view title) const;
  void enter(int section);
  std::optional<Governing> period_of_row(Span row) const;
  std::vector<std::string> departments_of_row(Span row);
  bool read(const Paragraph& paragraph, bool same_section, const Visit& visit);
  bool is_in_table(Span paragraph);
  void take_from_table(std::size_t end);

  const Grammar& grammar_;
  HeadingClues headings_;
  std::string_view text_;
  const Outline& outline_;
  std::vector<SectionView> views_ = std::vector<SectionView>(1);  // of no section, and of those that are open
  Place place_;
  Flow flow_;
  Findings findings_;
  const TableReader& tables_;
  const TablePage& page_;
  TableLines table_lines_;
  std::vector<std::size_t> department_columns_;  // in the rows of the table of tasks that is read
  std::size_t next_line_ = 0;  // the first that was not looked at for a table
  TableFindings table_;        // the last one
  // The first of each that was not taken.
  std::size_t draft_ = 0;
  std::size_t account_ = 0;
};

}  // namespace mubiao
