// The blocks of a Word document in reading order. Door: WordBody::read.
#include "read/word_body.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "read/word_grid.h"
#include "read/word_math.h"
#include "read/word_runs.h"

namespace mubiao::read {
namespace {

constexpr long long kMostColumns = 64;  // Word knows 63

/// Elements that only hold more of what stands around them.
bool is_wrapper(std::string_view name) {
  static const std::unordered_set<std::string_view> kWrappers = {"sdt", "sdtContent", "customXml",
                                                                 "ins", "moveTo",     "smartTag"};
  return kWrappers.contains(name);
}

std::size_t columns_of(pugi::xml_node properties, std::string_view name, long long least) {
  return static_cast<std::size_t>(std::clamp(number_of(value_of(properties, name), least), least, kMostColumns));
}

bool is_deleted(pugi::xml_node properties) { return child_of(properties, "del") || child_of(properties, "moveFrom"); }

std::vector<long long> grid_of(pugi::xml_node table) {
  std::vector<long long> widths;
  for (const pugi::xml_node column : child_of(table, "tblGrid").children()) {
    if (local_name(column) == "gridCol") widths.push_back(std::max(number_of(attribute_of(column, "w"), 0), 0LL));
  }
  return widths;
}

WordCell::Merge merge_of(pugi::xml_node properties) {
  const pugi::xml_node merge = child_of(properties, "vMerge");
  if (!merge) return WordCell::Merge::kNone;
  return attribute_of(merge, "val") == "restart" ? WordCell::Merge::kBegins : WordCell::Merge::kGoesOn;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

/// Tabs as spaces, but for the one that leads to the page number of an entry in a table of contents.
void write_tabs(bool leader, std::string& text) {
  const std::size_t last = leader ? text.rfind('\t') : std::string::npos;
  std::replace(text.begin(), text.end(), '\t', ' ');
  if (last != std::string::npos) text.replace(last, 1, "……");
}

}  // namespace

std::string WordBody::read(pugi::xml_node parent) {
  std::string out;
  blocks(parent, out);
  end_paragraph(out);
  end_block(out);
  return out;
}

// Down a tree that is not deep, see Xml.
void WordBody::blocks(pugi::xml_node parent, std::string& out) {
  for (const pugi::xml_node node : parent.children()) {
    if (!budget_.take(0)) return;
    const std::string_view name = local_name(node);
    if (name == "p") {
      paragraph(node, out);
      end_block(out);
    } else if (name == "tbl") {
      end_paragraph(out);
      table(node, out);
      end_block(out);
    } else if (is_wrapper(name)) {
      blocks(node, out);
    } else if (name == "AlternateContent") {
      const pugi::xml_node choice = child_of(node, "Choice");
      blocks(choice ? choice : child_of(node, "Fallback"), out);
    } else if (name == "oMathPara") {
      out += math_text(node) + '\n';
    } else if (name == "altChunk") {
      ++foreign_parts_;
    }
  }
}

void WordBody::paragraph(pugi::xml_node node, std::string& out) {
  const pugi::xml_node properties = child_of(node, "pPr");
  const pugi::xml_node mark = child_of(properties, "rPr");
  const std::string_view style = value_of(properties, "pStyle");
  WordFormat format = styles_.paragraph(style);
  const WordFormat own = format_of_properties(properties, {});
  if (own.list) {
    format.list = own.list;
    format.level = std::nullopt;
  }
  if (own.level) format.level = own.level;
  if (own.leader) format.leader = true;

  WordLine line = read_runs(node, format, styles_);
  write_tabs(format.leader.value_or(false), line.text);
  pictures_ += line.pictures;
  referred_.insert(referred_.end(), line.notes.begin(), line.notes.end());
  const bool goes_on = is_deleted(mark) || switch_of(mark, "vanish").value_or(false);
  if (!is_deleted(mark) && !(goes_on && is_blank(line.text))) {
    const std::string number = numbering_.next(format, style, styles_.numbered_style(style));
    // In a cell a number without text is seen, since it counts the rows, and a bullet would be part of a label.
    if (tables_ > 0 ? number != WordNumbering::kBullet : !is_blank(line.text)) carried_ += number;
  }
  carried_ += line.text;
  budget_.take(line.text.size() + 1);
  if (!goes_on) end_paragraph(out);

  for (const pugi::xml_node box : line.boxes) {
    std::string outside = std::exchange(carried_, {});
    blocks(box, out);
    end_paragraph(out);
    carried_ = std::move(outside);
  }
}

void WordBody::end_paragraph(std::string& out) {
  if (!is_blank(carried_)) {
    out += carried_;
    out += '\n';
  }
  carried_.clear();
}

/// A note stands behind the paragraph or the table that refers to it: inside it would break a sentence.
void WordBody::end_block(std::string& out) {
  if (tables_ > 0 || !carried_.empty()) return;
  for (const std::string& key : referred_) {
    const auto note = notes_.find(key);
    if (note != notes_.end()) out += std::exchange(note->second, {});
  }
  referred_.clear();
}

void WordBody::table(pugi::xml_node node, std::string& out) {
  ++tables_;
  std::vector<WordRow> found;
  each(node, "tr", [&](pugi::xml_node child) { row(child, found); });
  tidy_grid(grid_of(node), found);
  append_table(found, budget_, out);
  --tables_;
}

// The children that are called so, and those in what stands around such.
void WordBody::each(pugi::xml_node parent, std::string_view name, const Visit& visit) {
  for (const pugi::xml_node node : parent.children()) {
    if (!budget_.take(0)) return;
    const std::string_view own = local_name(node);
    if (is_wrapper(own)) each(node, name, visit);
    if (own == name) visit(node);
  }
}

void WordBody::row(pugi::xml_node node, std::vector<WordRow>& out) {
  const pugi::xml_node properties = child_of(node, "trPr");
  if (is_deleted(properties)) return;
  WordRow row;
  row.columns_before = columns_of(properties, "gridBefore", 0);
  row.columns_after = columns_of(properties, "gridAfter", 0);
  row.is_head = switch_of(properties, "tblHeader").value_or(false);
  each(node, "tc", [&](pugi::xml_node child) { cell(child, row.cells); });
  out.push_back(std::move(row));
}

void WordBody::cell(pugi::xml_node node, std::vector<WordCell>& out) {
  const pugi::xml_node properties = child_of(node, "tcPr");
  const std::size_t columns = columns_of(properties, "gridSpan", 1);
  const pugi::xml_node beside = child_of(properties, "hMerge");
  if (beside && attribute_of(beside, "val") != "restart" && !out.empty()) {
    out.back().columns = std::min(out.back().columns + columns, static_cast<std::size_t>(kMostColumns));
    return;
  }
  WordCell cell{.columns = columns, .merge = merge_of(properties)};
  std::string outside = std::exchange(carried_, {});
  blocks(node, cell.text);
  end_paragraph(cell.text);
  carried_ = std::move(outside);
  out.push_back(std::move(cell));
}

}  // namespace mubiao::read
