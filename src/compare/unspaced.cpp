// Text without white space.
//
// Doors: without_white_space, Unspaced.

#include "compare/unspaced.h"

#include "text/characters.h"

namespace mubiao::compare {

std::string without_white_space(std::string_view text) {
  std::string out(text);
  std::erase_if(out, is_white);
  return out;
}

Unspaced::Unspaced(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_white(text[i])) continue;
    text_ += text[i];
    places_.push_back(i);
  }
}

}  // namespace mubiao::compare
