#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/document.h"
#include "mubiao/offset_map.h"
#include "mubiao/span.h"

namespace mubiao {

/// Text ready for rules: characters folded, hard wraps repaired, one paragraph a line ('\n').
///  - characters: NFKC but for super- and subscripts, fractions, enclosed alphanumerics and '，' (which
///    would turn numbers into other numbers: 10⁴, ①15, 15，000), and what damaged fonts are known to leave is repaired;
///  - lines: what was wrapped by a PDF or an editor is one line again; page numbers, form feeds and
///    stray spaces inside Chinese text are gone; spaces between English words stay.
///  - script: where the document is in traditional characters, `text` is in simplified ones, as rules are.
/// Normalizing normalized text changes nothing.
struct NormalizedText {
  std::string text;
  /// From `text` back to Document::text(), in the order to apply.
  std::vector<OffsetMap> stages;
  /// The same text, byte for byte in the same places, in the characters of the document. Empty if `text` is that.
  std::string written = {};
  /// What could not be repaired: W-GLYPHS counts characters for private use, and names the first place.
  std::vector<Diagnostic> warnings = {};

  /// The span of Document::text() that `span` of `text` came from.
  Span to_document(Span span) const;
  std::string_view as_written() const { return written.empty() ? text : written; }
};

/// Says whether a (character-folded, trimmed) line opens a block of its own: a heading, a numbered item.
/// Which shapes do is data of the rule set; wrap repair only has to know that such a line is never
/// the continuation of the line before it.
using OpensBlock = std::function<bool(std::string_view line)>;

/// Folds characters only (stage one), for short strings such as patterns, unit names and examples.
std::string fold_characters(std::string_view text);

/// The text with simplified characters for the traditional ones, which take as many bytes: 減碳 -> 减碳. Rules match
/// text of this kind, also where the document is in traditional script as a whole.
std::string simplified(std::string text);

/// All stages over a document. Never fails on content; cost is linear in the text. `goes_on` is asked between passes
/// over the text: where it says no, the rest is left undone, and the result is of no use.
NormalizedText normalize(const Document& document, const OpensBlock& opens_block,
                         const std::function<bool()>& goes_on = {});

}  // namespace mubiao
