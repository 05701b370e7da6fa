#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/typed_text.h"
#include "mubiao/span.h"

namespace mubiao {

/// Sentences of `paragraph` (a span of `text`): up to and with 。!? and closing quotes, or the end.
/// A run without any such mark is cut at a comma near 6,000 bytes, so that cost stays linear in any text.
std::vector<Span> split_sentences(std::string_view text, Span paragraph);

/// The last clause of a sentence, without its mark, for later sentences to refer to.
std::string last_clause(std::string_view sentence);

/// A stretch of a typed sentence that states at most one thing: a clause between commas, or a member of a
/// list inside one (绿色园区3家以上、绿色工厂15家以上 has two).
struct Segment {
  Span span;                  // in TypedText::text
  bool continues = false;     // a later member of a list in the same clause: shares its verb
  bool before_colon = false;  // a colon ends it
};

/// What words around a list mark make of it.
struct ListWords {
  /// Whether what stands between a quantity and a list mark belongs to the quantity (36%左右和8%左右 is one list of
  /// values) or is what was counted (3个环节、1件材料 are two members).
  std::function<bool(std::string_view)> is_bound;
  /// Whether the list mark at a byte of a text is part of a word (及 in 普及率).
  std::function<bool(std::string_view, std::size_t)> is_inside_word;
  /// How many bytes at the end of a text, which a list mark ends, are one mark together (以及); 0 if none are.
  std::function<std::size_t(std::string_view)> joint_mark;
};

/// Splits at , ， ; : and between list members that each hold a quantity. Brackets and book titles are not
/// split, nor quotes that hold no quantity.
std::vector<Segment> split_segments(const TypedText& typed, const ListWords& words);

}  // namespace mubiao
