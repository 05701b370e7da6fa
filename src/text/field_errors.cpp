// Messages of word processors that are no part of the text: "错误!未定义书签。" for the page number of a heading.
// Door: drop_field_errors.
#include "text/field_errors.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/scan.h"

namespace mubiao {

namespace {

// Before and behind the '!'. The script is simplified and the characters are folded.
constexpr std::array<std::string_view, 2> kErrors = {"错误", "Error"};
constexpr std::array<std::string_view, 11> kReasons = {
    "未定义书签",
    "尚未定义书签",
    "未找到引用源",
    "找不到参照来源",
    "未定义样式",
    "链接无效",
    "连结无效",
    "Bookmark not defined",
    "Reference source not found",
    "Not a valid link",
    "No text of specified style in document",
};
constexpr std::array<std::string_view, 2> kStops = {"。", "."};

template <std::size_t N>
std::size_t word_at(std::string_view text, std::size_t i, const std::array<std::string_view, N>& words) {
  const auto is_here = [rest = text.substr(i)](std::string_view word) { return rest.starts_with(word); };
  const auto* word = std::find_if(words.begin(), words.end(), is_here);
  return word == words.end() ? 0 : word->size();
}

// The end of the message whose '!' is at `mark`, or 0.
std::size_t message_end(std::string_view text, std::size_t mark) {
  const std::size_t begin = skip_spaces(text, mark + 1);
  const std::size_t reason = word_at(text, begin, kReasons);
  if (reason == 0) return 0;
  return begin + reason + word_at(text, begin + reason, kStops);
}

}  // namespace

std::optional<OffsetMap> drop_field_errors(std::string_view text, std::string& target) {
  Rewriter writer(text, target);
  for (std::size_t mark = text.find('!'); mark != std::string_view::npos; mark = text.find('!', mark + 1)) {
    const std::string_view before = text.substr(writer.place(), mark - writer.place());
    const auto ends = [before](std::string_view word) { return before.ends_with(word); };
    const auto* error = std::find_if(kErrors.begin(), kErrors.end(), ends);
    const std::size_t end = error == kErrors.end() ? 0 : message_end(text, mark);
    if (end == 0) continue;
    writer.keep(mark - error->size());
    writer.drop(end);
    mark = end - 1;
  }
  return std::move(writer).finish();
}

}  // namespace mubiao
