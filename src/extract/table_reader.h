#pragma once

#include <vector>

#include "extract/draft.h"
#include "extract/flat_table.h"
#include "extract/grammar.h"
#include "extract/table_header.h"
#include "mubiao/document.h"
#include "mubiao/normalize.h"
#include "mubiao/outline.h"

namespace mubiao {

/// What the tables of a document state.
struct TableFindings {
  std::vector<Draft> drafts;           // by their quotes
  std::vector<DraftAccount> accounts;  // by their spans
  std::vector<Span> tables;            // in the normalized text, ascending: nothing else is to be looked for there
};

/// Reads tables whose heads tell what their columns hold. Points into `grammar`.
class TableReader {
 public:
  explicit TableReader(const Grammar& grammar);
  /// Linear in the text, and quick where there are no cells.
  /// `explain` asks for accounts.
  TableFindings read(const Document& document, const NormalizedText& text, const DocumentTime& time,
                     bool explain) const;

 private:
  std::optional<FlatTable> read_at(const TablePage& page, TableLines& lines) const;

  const Grammar& grammar_;
  TableHeaderReader headers_;
};

}  // namespace mubiao
