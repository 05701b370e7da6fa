// Fields: what a writer computes (a table of contents, a page number, a reference).
//
// Doors: WordFields, is_page_field.

#include "read/word_fields.h"

#include <array>
#include <cctype>

namespace mubiao::read {

bool is_page_field(std::string_view code) {
  std::string name;
  for (const char c : code) {
    if (c == ' ' && name.empty()) continue;
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return name == "PAGE" || name == "NUMPAGES" || name == "SECTIONPAGES";
}

void WordFields::mark(std::string_view type) {
  if (type == "begin") {
    open_.emplace_back();
    ++hiding_;
  } else if (type == "separate" && !open_.empty() && open_.back().hides) {
    if (is_page_field(open_.back().code)) return;
    open_.back().hides = false;
    --hiding_;
  } else if (type == "end" && !open_.empty()) {
    if (open_.back().hides) --hiding_;
    open_.pop_back();
  }
}

void WordFields::code(std::string_view text) {
  if (!open_.empty() && open_.back().hides) open_.back().code += text;
}

}  // namespace mubiao::read
