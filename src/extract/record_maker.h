#pragma once

#include <string>
#include <vector>

#include "extract/draft.h"
#include "extract/own_script.h"
#include "mubiao/document.h"
#include "mubiao/normalize.h"
#include "mubiao/outline.h"
#include "mubiao/record.h"

namespace mubiao {

/// Turns drafts into records: places, quotes, sections, canonical units; text in the characters of the document.
/// Borrows everything it is made of.
class RecordMaker {
 public:
  RecordMaker(const Document& document, const NormalizedText& text, const Outline& outline)
      : document_(document), text_(text), outline_(outline), script_(text) {}

  /// All but its number. `paragraph` is the one that holds it.
  Record make(const Paragraph& paragraph, Draft&& draft);
  Account make(const DraftAccount& draft) const;

 private:
  const std::vector<std::string>& path_of(int section);

  const Document& document_;
  const NormalizedText& text_;
  const Outline& outline_;
  const OwnScript script_;
  int section_ = -1;
  std::vector<std::string> path_;  // of section_
};

}  // namespace mubiao
