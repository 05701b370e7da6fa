// Text of a page to lines.
//
// Door: HtmlLines.

#include "read/html_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "read/raised.h"
#include "text/characters.h"

namespace mubiao::read {
namespace {

// What old pages have at U+0080 to U+009F is Windows-1252, as in &#150;
// (https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state).
constexpr std::array<std::string_view, 32> kWindows1252 = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                           "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                                           "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

/// Spaces that are as wide as a space; no-break spaces indent paragraphs and pad lines.
bool is_space_like(std::string_view character) {
  return character == "\u00A0" || character == "\u2028" || character == "\u2029" || character == "\u202F" ||
         (character >= "\u2000" && character <= "\u200A");
}

bool is_invisible(std::string_view character) {
  return character == "\u00AD" || (character >= "\u200B" && character <= "\u200F") || character == "\u2060" ||
         character == "\uFEFF";
}

constexpr std::string_view kIdeographicSpace = "\u3000";
constexpr std::size_t kTab = 4;  // spaces

/// Text with "-" for the dashes that pages have in the place of a minus.
std::string with_hyphens(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).size()) {
    const std::string_view character = character_at(text, i);
    out += character == "－" || character == "–" ? "-" : character;
  }
  return out;
}

/// "1", "[1]", "(12)", "①", "*": what points to a footnote.
bool is_note_mark(std::string_view text) {
  static constexpr CharacterSet kAround("[]()【】〔〕［］（）*＊");
  constexpr std::size_t kLongest = 12;
  if (text.empty() || text.size() > kLongest) return false;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).size()) {
    const std::string_view character = character_at(text, i);
    const bool circled = character >= "①" && character <= "⑳";
    if (!is_ascii_digit(character[0]) && !circled && !kAround.contains(character)) return false;
  }
  return true;
}

bool is_number(std::string_view text) { return std::all_of(text.begin(), text.end(), is_ascii_digit); }

/// Whether a raised number is a power of what stands before it: km², 10⁴, 米³. Elsewhere it is the number of a note.
bool is_power(std::string_view before, std::string_view number) {
  if (before.empty()) return false;
  if (is_ascii_letter(before.back())) return number == "2" || number == "3";
  if (before.ends_with("10")) return before.size() == 2 || !is_ascii_digit(before[before.size() - 3]);
  return (before.ends_with("米") || before.ends_with("里")) && (number == "2" || number == "3");
}

}  // namespace

void HtmlLines::append(std::string_view text, bool preformatted, bool in_link) {
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = character_at(text, i);
    i += character.size();
    if (is_white(character[0]) && preformatted) {
      spaces_ += character[0] == '\t' ? kTab : 1;
    } else if (is_white(character[0])) {
      const bool line_end = character[0] == '\n' || character[0] == '\r';
      space_ = std::max(space_, line_end ? Space::kLineEnd : Space::kSpace);
    } else if (is_space_like(character)) {
      space_ = Space::kSpace;
    } else if (character == kIdeographicSpace && text_.size() == line_begin_) {
      space_ = Space::kSpace;  // an indent
    } else if (character.size() == 2 && character[0] == '\xC2' && static_cast<std::uint8_t>(character[1]) < 0xA0) {
      const std::string_view meant = kWindows1252[static_cast<std::uint8_t>(character[1]) - 0x80];
      if (!meant.empty()) put(meant, in_link);
    } else if (!is_invisible(character) && static_cast<std::uint8_t>(character[0]) >= ' ' && character[0] != '\x7F') {
      put(character, in_link);
    }
  }
}

void HtmlLines::put(std::string_view character, bool in_link) {
  const bool is_first = text_.size() == line_begin_;
  if (is_first) {
    text_ += std::exchange(label_, {});
  } else if (space_ == Space::kSpace) {
    text_ += ' ';
  } else if (space_ == Space::kLineEnd) {
    if (!is_wide(character) || !is_wide(character_before(text_, text_.size()))) text_ += ' ';
  }
  space_ = Space::kNone;
  text_.append(std::exchange(spaces_, 0), ' ');
  text_ += character;
  const bool is_word = is_ascii_alnum(character[0]) || is_han(character);
  characters_ += is_word;
  in_links_ += is_word && in_link;
}

bool HtmlLines::end_line(const HtmlLine& like) {
  space_ = Space::kNone;
  spaces_ = 0;
  while (text_.size() > line_begin_ && std::string_view(text_).ends_with(kIdeographicSpace)) {
    text_.resize(text_.size() - kIdeographicSpace.size());
  }
  if (text_.size() == line_begin_) return false;
  HtmlLine line = like;
  line.begin = static_cast<std::uint32_t>(line_begin_);
  line.size = static_cast<std::uint32_t>(text_.size() - line_begin_);
  line.characters = std::exchange(characters_, 0);
  line.in_links = std::exchange(in_links_, 0);
  lines_.push_back(line);
  line_begin_ = text_.size();
  return true;
}

void HtmlLines::raise(std::size_t from) {
  if (from < line_begin_ || from >= text_.size()) return;
  const std::string_view before = std::string_view(text_).substr(line_begin_, from - line_begin_);
  std::string_view content = std::string_view(text_).substr(from);
  while (!content.empty() && content.front() == ' ') content.remove_prefix(1);
  constexpr std::size_t kLongest = 12;
  if (content.empty() || content.size() > kLongest) return;
  const bool number = is_number(content);
  if (is_note_mark(content) && !(number && is_power(before, content))) {
    text_.resize(from);
    return;
  }
  const std::optional<std::string> in_place = raised(with_hyphens(content));
  if (!in_place || before.empty()) return;
  text_.resize(from);
  text_ += *in_place;
}

void HtmlLines::replace(std::size_t first, std::string_view text, const std::vector<HtmlLine>& lines) {
  const std::size_t base = first < lines_.size() ? lines_[first].begin : line_begin_;
  lines_.resize(std::min(first, lines_.size()));
  text_.resize(base);
  text_ += text;
  for (HtmlLine line : lines) {
    line.begin += static_cast<std::uint32_t>(base);
    lines_.push_back(line);
  }
  line_begin_ = text_.size();
}

}  // namespace mubiao::read
