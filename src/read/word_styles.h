#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/xml.h"

namespace mubiao::read {

/// What a paragraph, its style, or a run say that bears on the text.
struct WordFormat {
  std::optional<std::string> list = {};     // numId of the numbering; "0": none
  std::optional<std::string> level = {};    // ilvl, counted from 0
  std::optional<bool> hidden = {};          // vanish
  std::optional<bool> leader = {};          // it has a tab stop with a row of dots to it
  std::optional<std::string> align = {};    // superscript, subscript
  std::optional<std::string> symbols = {};  // the font, if a font of symbols
};
/// Of a style, or of a paragraph or run by itself: what its w:pPr and w:rPr say.
WordFormat format_of_properties(pugi::xml_node paragraph_properties, pugi::xml_node run_properties);

/// The styles of a document.
class WordStyles {
 public:
  /// What a document has beyond these is made to fill memory, and says nothing.
  static constexpr std::size_t kMost = 16 * 1024;

  WordStyles() = default;
  explicit WordStyles(pugi::xml_node styles);

  /// `id` empty: the style of paragraphs that name none.
  WordFormat paragraph(std::string_view id) const;
  WordFormat run(std::string_view id) const;
  /// The style whose numbering a paragraph of this style has, in the chain of styles that are based on each other;
  /// empty if there is none.
  std::string numbered_style(std::string_view id) const;

 private:
  struct Style {
    std::string based_on;
    WordFormat own;
  };
  const Style* find(std::string_view id) const;
  WordFormat resolved(std::string_view id) const;

  std::unordered_map<std::string, Style> styles_;
  std::string default_;
};

}  // namespace mubiao::read
