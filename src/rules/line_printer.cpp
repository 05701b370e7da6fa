// How rule files look: indentation, blank lines, spaces, comments behind values. The door is print_lines.
//
// Equal signs are not aligned: a longer key would touch every line around it. Comments behind values are, in
// consecutive lines.
#include "rules/line_printer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/terminal.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kWidestCommented = 100;  // columns; the comment of a longer line is not aligned with others
constexpr std::size_t kIndent = 2;

using Path = std::vector<std::string_view>;

/// Lines of output, with the comments behind them apart until they can be aligned.
class Sheet {
 public:
  void add(std::string line, std::string_view comment) { lines_.push_back({std::move(line), comment}); }
  void add_blank() {
    if (!lines_.empty() && !lines_.back().is_blank()) lines_.push_back({});
  }
  bool empty() const { return lines_.empty(); }

  std::string text() && {
    while (!lines_.empty() && lines_.back().is_blank()) lines_.pop_back();
    std::string out;
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = end_of_aligned(i);
      std::size_t column = 0;
      for (std::size_t k = i; k < end; ++k) column = std::max(column, lines_[k].width());
      for (; i < end; ++i) append(out, lines_[i], column + kIndent);
    }
    return out;
  }

 private:
  struct Line {
    std::string text;
    std::string_view comment;
    bool is_blank() const { return text.empty(); }
    /// Of its last line, if it holds a string with line breaks.
    std::size_t width() const { return display_width(std::string_view(text).substr(text.rfind('\n') + 1)); }
  };

  /// Behind the lines from `begin` on whose comments stand below each other.
  std::size_t end_of_aligned(std::size_t begin) const {
    std::size_t end = begin;
    while (end < lines_.size() && !lines_[end].comment.empty() && lines_[end].width() <= kWidestCommented) ++end;
    return std::max(end, begin + 1);
  }

  static void append(std::string& out, const Line& line, std::size_t column) {
    out += line.text;
    if (!line.comment.empty()) {
      out.append(column - line.width(), ' ');
      out += line.comment;
    }
    out += '\n';
  }

  std::vector<Line> lines_;
};

class Printer {
 public:
  std::string print(const LineFile& file) && {
    for (const LineTable& table : file.tables) print_table(table);
    for (const LooseLine& line : file.last_lines) print_loose_line(line, line.indented ? indent_ : 0);
    return std::move(sheet_).text();
  }

 private:
  void print_table(const LineTable& table) {
    const Path path = path_of(table);
    const bool in_rule = !path.empty() && path.front() == "rules";
    const std::size_t indent = in_rule ? kIndent * (path.size() - 1) : 0;
    if (path.empty()) {
      print_loose(table.lines, 0, 0);
    } else {
      const bool has_blank = std::any_of(table.lines.begin(), table.lines.end(),
                                         [](const LooseLine& line) { return line.comment.empty(); });
      if (!has_blank && !is_part_of_last(path)) sheet_.add_blank();
      print_loose(table.lines, std::max(indent, indent_), indent);
      sheet_.add(std::string(indent, ' ') + header_of(table), table.comment);
    }
    indent_ = indent;
    last_ = path;
    bool first = !path.empty();
    for (const LineEntry& entry : table.entries) {
      print_loose(first ? without_first_blanks(entry.lines) : entry.lines, indent, indent);
      first = false;
      line_.assign(indent, ' ');
      print_entry(entry, indent);
      sheet_.add(std::move(line_), entry.comment);
    }
  }

  /// [dimensions.power.factors] belongs to [dimensions.power] above it, [[rules.examples]] to their rule.
  bool is_part_of_last(const Path& path) const {
    if (path.size() < 2 || last_.empty() || path.front() != last_.front()) return false;
    return path.front() == "rules" || (last_.size() > 1 && path[1] == last_[1]);
  }

  static std::vector<LooseLine> without_first_blanks(std::vector<LooseLine> lines) {
    const auto comment =
        std::find_if(lines.begin(), lines.end(), [](const LooseLine& line) { return !line.comment.empty(); });
    lines.erase(lines.begin(), comment);
    return lines;
  }

  static std::string header_of(const LineTable& table) {
    const std::string name = joined(table.path);
    return table.is_array ? "[[" + name + "]]" : "[" + name + "]";
  }

  static std::string joined(const std::vector<std::string_view>& key) {
    std::string out;
    for (const std::string_view part : key) {
      if (!out.empty()) out += '.';
      out += part;
    }
    return out;
  }

  /// Comments right above something are indented like it. Those above a blank line were about something else: at the
  /// margin they stay there.
  void print_loose(const std::vector<LooseLine>& lines, std::size_t above, std::size_t right_above) {
    const auto last_blank =
        std::find_if(lines.rbegin(), lines.rend(), [](const LooseLine& line) { return line.comment.empty(); }).base();
    for (auto line = lines.begin(); line != lines.end(); ++line) {
      print_loose_line(*line, line >= last_blank ? right_above : line->indented ? above : 0);
    }
  }

  void print_loose_line(const LooseLine& line, std::size_t indent) {
    if (line.comment.empty()) {
      sheet_.add_blank();
    } else {
      sheet_.add(std::string(indent, ' ').append(line.comment), {});
    }
  }

  void print_entry(const LineEntry& entry, std::size_t indent) {
    if (!entry.key.empty()) line_ += joined(entry.key) + " = ";
    print_value(entry.value, indent);
  }

  void print_value(const LineValue& value, std::size_t indent) {
    if (value.bracket == 0) {
      line_ += value.token;
    } else if (value.broken) {
      print_lines(value, indent);
    } else {
      const bool is_table = value.bracket == '{';
      const std::string_view space = is_table && !value.entries.empty() ? " " : "";
      line_ += value.bracket;
      line_ += space;
      std::string_view separator = "";
      for (const LineEntry& entry : value.entries) {
        line_ += separator;
        print_entry(entry, indent);
        separator = ", ";
      }
      line_ += space;
      line_ += is_table ? '}' : ']';
    }
  }

  /// An array on several lines: broken where it was, and behind and before the brackets.
  void print_lines(const LineValue& value, std::size_t indent) {
    const std::size_t inner = indent + kIndent;
    line_ += value.bracket;
    sheet_.add(std::move(line_), value.comment);
    line_.clear();
    bool first = true;
    for (const LineEntry& entry : value.entries) {
      if (!first && (entry.starts_line || !pending_.empty())) finish_line();
      if (entry.starts_line || first) {
        print_loose(first ? without_first_blanks(entry.lines) : entry.lines, inner, inner);
        line_.assign(inner, ' ');
      } else {
        line_ += ' ';
      }
      print_entry(entry, inner);
      line_ += ',';
      pending_ = entry.comment;
      first = false;
    }
    if (!first) finish_line();
    for (const LooseLine& line : value.last_lines) {
      if (!line.comment.empty()) print_loose_line(line, inner);
    }
    line_.assign(indent, ' ');
    line_ += value.bracket == '[' ? ']' : '}';
  }

  void finish_line() {
    sheet_.add(std::move(line_), pending_);
    line_.clear();
    pending_ = {};
  }

  Sheet sheet_;
  std::string line_;          // that is being written
  std::string_view pending_;  // the comment behind it
  Path last_;                 // of the table before
  std::size_t indent_ = 0;    // of the table before
};

}  // namespace

std::string print_lines(const LineFile& file) { return Printer().print(file); }

}  // namespace mubiao::rules
