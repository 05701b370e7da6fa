// A page as lines: what is a line, what a cell, what no text.
//
// Door: HtmlPage.

#include "read/html_page.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "read/number_text.h"
#include "text/scan.h"

namespace mubiao::read {
namespace {

using enum HtmlElement;

// A link that goes on for longer than any has a tag that was forgotten.
constexpr std::size_t kLongestLink = 200;  // characters

constexpr std::uint32_t kMostColumnsSpanned = 100;
constexpr std::uint32_t kMostRowsSpanned = 65534;  // as HTML has it

bool is_dropped(HtmlElement element) {
  return element == kDropped || element == kFrame || element == kScript || element == kTitle;
}

bool is_block(HtmlElement element) {
  return element != kInline && element != kLink && element != kRaised && !is_dropped(element);
}

std::optional<std::int64_t> number_of(const HtmlAttributes& attributes, std::string_view name) {
  std::string_view digits = attribute(attributes, name);
  while (!digits.empty() && digits.front() == ' ') digits.remove_prefix(1);
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc::result_out_of_range) return digits.starts_with('-') ? -1 : INT32_MAX;
  return error == std::errc() ? std::optional<std::int64_t>(number) : std::nullopt;
}

std::uint32_t span_of(const HtmlAttributes& attributes, std::string_view name, std::uint32_t most) {
  const std::int64_t span = number_of(attributes, name).value_or(1);
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(span, 1, most));
}

/// a … z, aa, ab: lists of word processors go on with bb.
std::string letters(std::int64_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  return out;
}

/// "3. ", as browsers write it.
std::string label_of(std::int64_t number, char type) {
  if (number > 0 && (type == 'a' || type == 'A')) return letters(number, type) + ". ";
  return number_text(number, type == 'i' ? "lowerRoman" : type == 'I' ? "upperRoman" : "decimal") + ". ";
}

}  // namespace

HtmlPage::HtmlPage(std::size_t page_bytes, std::size_t max_text_bytes)
    : max_text_bytes_(max_text_bytes), budget_{page_bytes + (std::size_t{1} << 20)} {}

void HtmlPage::end_line() {
  HtmlLine line;
  if (!open_.empty()) {
    line.region = open_.back().region;
    line.heading = open_.back().heading;
    line.hidden = open_.back().hidden;
  }
  lines_.end_line(line);
}

bool HtmlPage::start(std::string_view name, const HtmlAttributes& attributes) {
  const HtmlElement element = html_element(name);
  if (is_block(element)) end_line();
  Open open = open_.empty() ? Open() : open_.back();
  open.element = element;
  open.dropped = false;
  const bool was_hidden = open.hidden;
  open.hidden = was_hidden || is_hidden(attributes);
  // What is hidden within a line is out; hidden lines may be all that a page has.
  if (is_dropped(element) || (!is_block(element) && open.hidden && !was_hidden)) {
    open.dropped = true;
    ++in_dropped_;
    in_title_ += element == kTitle;
    frames_ += element == kFrame;
    scripts_ += element == kScript;
  } else if (in_dropped_ == 0) {
    start_block(element, name, attributes, open);
  }
  open_.push_back(open);
  return lines_.text().size() <= max_text_bytes_;
}

void HtmlPage::start_block(HtmlElement element, std::string_view name, const HtmlAttributes& attributes, Open& open) {
  if (element == kLink && leads_away(attributes)) {
    open.link = true;
    link_characters_ = 0;
  }
  if (element == kRaised || style_has(attribute(attributes, "style"), "vertical-align", "super")) {
    open.raised = true;
    open.raised_from = lines_.place();
  } else {
    open.raised = false;
  }
  open.preformatted = open.preformatted || element == kPreformatted;
  if (element == kHeading) open.heading = static_cast<std::uint8_t>(name[1] - '0');
  if (const HtmlRegion region = html_region(element, name, attributes); region != HtmlRegion::kNone) {
    open.region = static_cast<std::uint32_t>(regions_.size());
    regions_.push_back(region);
  }
  if (element == kOrdered || element == kUnordered) start_list(element, attributes);
  if (element == kItem) start_item(attributes);
  if (element == kTable) {
    if (!tables_.empty()) tables_.back().has_tables = true;
    const std::string_view role = attribute(attributes, "role");
    tables_.push_back({.first = lines_.size(), .rows = {}, .is_layout = role == "presentation" || role == "none"});
  }
  if (tables_.empty()) return;
  if (element == kRow) {
    const bool in_head = std::any_of(open_.rbegin(), open_.rbegin() + std::min<std::ptrdiff_t>(2, std::ssize(open_)),
                                     [](const Open& each) { return each.element == kTableHead; });
    tables_.back().rows.push_back({.cells = {}, .in_head = in_head});
  }
  if (element == kCell || element == kHeadCell) start_cell(attributes, element == kHeadCell, open.hidden);
}

void HtmlPage::start_list(HtmlElement element, const HtmlAttributes& attributes) {
  List list;
  const std::string_view style = attribute(attributes, "style");
  list.numbered =
      element == kOrdered && !style_has(style, "list-style", "none") && !style_has(style, "list-style-type", "none");
  const std::string_view type = attribute(attributes, "type");
  if (type.size() == 1) list.type = type[0];
  list.next = number_of(attributes, "start").value_or(1);
  lists_.push_back(list);
}

void HtmlPage::start_item(const HtmlAttributes& attributes) {
  if (lists_.empty() || !lists_.back().numbered) return;
  List& list = lists_.back();
  if (const auto value = number_of(attributes, "value")) list.next = *value;
  lines_.put_before(label_of(list.next, list.type));
  ++list.next;
}

void HtmlPage::start_cell(const HtmlAttributes& attributes, bool head, bool hidden) {
  HtmlTable& table = tables_.back();
  if (hidden) return;  // it has no place in the row
  if (table.rows.empty()) table.rows.emplace_back();
  HtmlCell cell;
  cell.first = cell.end = lines_.size();
  cell.columns = span_of(attributes, "colspan", kMostColumnsSpanned);
  cell.rows =
      number_of(attributes, "rowspan") == 0 ? kMostRowsSpanned : span_of(attributes, "rowspan", kMostRowsSpanned);
  cell.head = head;
  table.rows.back().cells.push_back(cell);
}

bool HtmlPage::end() {
  if (open_.empty()) return true;
  const Open open = open_.back();
  if (open.dropped) {
    open_.pop_back();
    --in_dropped_;
    in_title_ -= open.element == kTitle;
    return true;
  }
  if (is_block(open.element)) end_line();
  open_.pop_back();
  if (in_dropped_ > 0) return true;
  if (open.raised) lines_.raise(open.raised_from);
  if (open.element == kItem) lines_.put_before({});
  if (open.element == kOrdered || open.element == kUnordered) lists_.pop_back();
  if ((open.element == kCell || open.element == kHeadCell) && !open.hidden) end_cell();
  if (open.element == kTable) end_table();
  return lines_.text().size() <= max_text_bytes_;
}

void HtmlPage::end_cell() {
  if (tables_.empty() || tables_.back().rows.empty() || tables_.back().rows.back().cells.empty()) return;
  tables_.back().rows.back().cells.back().end = lines_.size();
}

void HtmlPage::end_table() {
  HtmlTable table = std::move(tables_.back());
  tables_.pop_back();
  finish_table(std::move(table), ++data_tables_, lines_, budget_);
}

bool HtmlPage::text(std::string_view text) {
  if (in_title_ > 0) {
    constexpr std::size_t kLongestTitle = 1000;  // bytes
    if (title_.size() < kLongestTitle) title_ += text.substr(0, kLongestTitle);
  }
  if (in_dropped_ > 0) return true;
  const Open open = open_.empty() ? Open() : open_.back();
  bool in_link = open.link;
  if (in_link) {
    link_characters_ += count_code_points(text);
    in_link = link_characters_ <= kLongestLink;
  }
  while (open.preformatted && text.find('\n') != std::string_view::npos) {
    lines_.append(text.substr(0, text.find('\n')), true, in_link);
    text.remove_prefix(text.find('\n') + 1);
    end_line();
  }
  lines_.append(text, open.preformatted, in_link);
  return lines_.text().size() <= max_text_bytes_;
}

}  // namespace mubiao::read
