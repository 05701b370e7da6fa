// Tells the lines of a table of contents from the headings they repeat.
// The door is find_contents.
#include "extract/contents.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestEntry = 40;  // characters
constexpr int kMostBlocks = 8;
constexpr std::size_t kMostEntries = 800;  // lines behind 目录

// A heading or an entry without its page number.
std::string entry_key(std::string_view line) {
  std::string key = without_spaces(line);
  while (!key.empty() && std::string_view("0123456789()-").find(key.back()) != std::string_view::npos) key.pop_back();
  return key;
}

// The block behind 目录 ends at prose, or where its first entry comes again.
void mark_block(std::string_view text, const std::vector<Span>& lines, std::size_t first, std::vector<bool>& contents) {
  contents[first] = true;
  std::string first_key;
  std::size_t i = first + 1;
  for (; i < lines.size() && i < first + kMostEntries; ++i) {
    const std::string_view line = slice(text, lines[i]);
    if (contents[i]) continue;
    if (line.find("。") != std::string_view::npos || line.size() > 4 * kLongestEntry) break;
    const std::string key = entry_key(line);
    if (!first_key.empty() && key == first_key) break;
    if (first_key.empty()) first_key = key;
  }
  const bool repeats = i < lines.size() && entry_key(slice(text, lines[i])) == first_key;
  // Without a repetition only what has leaders or a page number is known to be an entry.
  for (std::size_t k = first + 1; k < i; ++k) {
    const char last = text[lines[k].end - 1];
    contents[k] = contents[k] || repeats || (last >= '0' && last <= '9') || last == ')';
  }
}

}  // namespace

Under under(const std::vector<Mark>& marks, std::size_t i, const std::vector<Span>& lines) {
  const Mark& mark = marks[i];
  if (mark.has_text) return Under::kText;
  if (i + 1 >= marks.size()) return mark.last_line + 1 >= lines.size() ? Under::kNothing : Under::kText;
  const Mark& next = marks[i + 1];
  if (next.line > mark.last_line + 1) return Under::kText;
  switch (next.role) {
    case MarkRole::kNumbered:
      if (next.type == mark.type) return Under::kNothing;
      if (next.rank > mark.rank) return next.ordinal == 1 ? Under::kText : Under::kRunningOn;
      return next.ordinal == 1 && next.rank >= kOutermostTurned ? Under::kRunningOn : Under::kNothing;
    case MarkRole::kBox:
    case MarkRole::kCaption:
    case MarkRole::kItem:
    case MarkRole::kNote:
    case MarkRole::kDate:
      return Under::kText;
    default:
      return Under::kNothing;
  }
}

std::vector<bool> find_contents(std::string_view text, const std::vector<Span>& lines, const std::vector<Mark>& marks) {
  std::vector<bool> contents(lines.size(), false);
  for (const Mark& mark : marks)
    if (mark.role == MarkRole::kEntry) contents[mark.line] = true;
  int blocks = 0;
  for (const Mark& mark : marks)
    if (mark.role == MarkRole::kContents && blocks++ < kMostBlocks) mark_block(text, lines, mark.line, contents);

  // Backwards, so that an outer entry sees whether what stands under it is an entry.
  std::unordered_map<std::string, int> later;
  for (std::size_t i = marks.size(); i-- > 0;) {
    const Mark& mark = marks[i];
    if (mark.role != MarkRole::kNumbered || mark.inlined || contents[mark.line] || mark.title.empty()) continue;
    const bool last = i + 1 >= marks.size();
    const bool over_entry = !last && marks[i + 1].line <= mark.last_line + 1 && contents[marks[i + 1].line];
    int& times = later[entry_key(mark.title)];
    if (!mark.has_text && times > 0 && (over_entry || under(marks, i, lines) == Under::kNothing))
      contents[mark.line] = true;
    else
      ++times;
  }
  return contents;
}

}  // namespace mubiao
