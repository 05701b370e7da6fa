#pragma once

#include <string>
#include <vector>

#include "compare/code_points.h"
#include "mubiao/evaluate.h"

namespace mubiao::compare {

/// Words and places for what is wrong in one document. Keeps references to all it is given.
class MistakeWriter {
 public:
  MistakeWriter(const Document& document, const CodePoints& code_points, const Extraction& extraction)
      : document_(document), code_points_(code_points), extraction_(extraction) {}

  void wrong_value(const GoldRecord& gold, const Record& record);
  void wrong_field(EvalField field, const GoldRecord& gold, const Record& record);
  /// Returns the rule that made something else of the annotated quantity; empty if none did.
  std::string missed(const GoldRecord& gold);
  void extra(const Record& record, Span place, const Gold& gold);

  /// All of them, in document order.
  std::vector<Mistake> take();

 private:
  struct Placed {
    std::size_t begin;
    Mistake mistake;
  };
  Mistake& add(MistakeKind what, Kind kind, Span place);

  const Document& document_;
  const CodePoints& code_points_;
  const Extraction& extraction_;
  std::vector<Placed> mistakes_;
};

}  // namespace mubiao::compare
