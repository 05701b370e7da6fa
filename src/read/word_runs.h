#pragma once

#include <string>
#include <vector>

#include "read/word_styles.h"
#include "read/xml.h"

namespace mubiao::read {

/// What stands in a paragraph.
struct WordLine {
  std::string text;                   // line breaks are LF, tabs are tabs
  std::vector<pugi::xml_node> boxes;  // of text, which are anchored here
  std::vector<std::string> notes;     // that it refers to, see note_key
  std::size_t pictures = 0;
};

/// A footnote or an endnote as a WordLine names it.
std::string note_key(bool endnote, std::string_view id);

/// The runs of a paragraph: what a reader of the final document sees. `format` is that of the paragraph.
WordLine read_runs(pugi::xml_node paragraph, const WordFormat& format, const WordStyles& styles);

}  // namespace mubiao::read
