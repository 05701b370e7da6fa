// A rule file as tables, entries, comments and blank lines. Reads what toml++ has read before, so nothing is checked
// here. The door is read_lines.
#include "rules/toml_lines.h"

#include <algorithm>

#include "rules/toml_guard.h"

namespace mubiao::rules {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view without_end_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  LineFile read() && {
    file_.tables.emplace_back();
    std::vector<LooseLine> loose;
    while (skip_loose_lines(loose)) {
      if (peek() == '[') {
        file_.tables.push_back(read_header());
        file_.tables.back().lines = std::move(loose);
      } else {
        file_.tables.back().entries.push_back(read_entry());
        file_.tables.back().entries.back().lines = std::move(loose);
      }
      loose.clear();
    }
    file_.last_lines = std::move(loose);
    return std::move(file_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  void skip_blanks() {
    while (!at_end() && is_blank(text_[at_])) ++at_;
  }

  /// Goes to the next line that holds something, and keeps those before it. False at the end of the file.
  bool skip_loose_lines(std::vector<LooseLine>& loose) {
    while (!at_end()) {
      const bool indented = peek() == ' ' || peek() == '\t';
      skip_blanks();
      if (peek() == '#') {
        loose.push_back({read_comment(), indented});
      } else if (peek() == '\n') {
        loose.push_back({});
      } else {
        return !at_end();
      }
      ++at_;
    }
    return false;
  }

  std::string_view read_comment() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view comment = without_end_blanks(text_.substr(at_, end - at_));
    at_ = end;
    return comment;
  }

  /// What may stand behind an entry or a header; moves to the next line.
  std::string_view read_line_end() {
    skip_blanks();
    const std::string_view comment = peek() == '#' ? read_comment() : std::string_view();
    ++at_;
    return comment;
  }

  /// `a."b.c"` up to what ends it.
  std::vector<std::string_view> read_key() {
    std::vector<std::string_view> parts;
    for (;;) {
      skip_blanks();
      const std::size_t begin = at_;
      if (peek() == '"' || peek() == '\'') {
        at_ = skip_string(text_, at_);
      } else {
        at_ = std::min(text_.find_first_of(" \t.=]", at_), text_.size());
      }
      parts.push_back(text_.substr(begin, at_ - begin));
      skip_blanks();
      if (peek() != '.') return parts;
      ++at_;
    }
  }

  LineTable read_header() {
    LineTable table;
    table.is_array = text_.substr(at_, 2) == "[[";
    at_ += table.is_array ? 2 : 1;
    table.path = read_key();
    at_ += table.is_array ? 2 : 1;
    table.comment = read_line_end();
    return table;
  }

  LineEntry read_entry() {
    LineEntry entry;
    entry.key = read_key();
    ++at_;  // =
    entry.value = read_value();
    entry.comment = read_line_end();
    return entry;
  }

  LineValue read_value() {
    skip_blanks();
    const std::size_t begin = at_;
    if (peek() == '[' || peek() == '{') return read_bracket();
    if (peek() == '"' || peek() == '\'') {
      at_ = skip_string(text_, at_);
    } else {
      at_ = std::min(text_.find_first_of(",]}#\n", at_), text_.size());  // a date may hold a space
    }
    LineValue value;
    value.token = without_end_blanks(text_.substr(begin, at_ - begin));
    return value;
  }

  LineValue read_bracket() {
    LineValue value;
    value.bracket = text_[at_++];
    std::vector<LooseLine> loose;
    bool starts_line = false;  // no entry since the last line break
    bool empty_line = false;   // not even a comma
    for (;;) {
      skip_blanks();
      const char c = peek();
      if (c == '\n') {
        if (empty_line) loose.push_back({});
        value.broken = starts_line = empty_line = true;
        ++at_;
      } else if (c == '#') {
        keep_comment(value, loose, starts_line);
        starts_line = empty_line = true;
      } else if (c == ',') {
        empty_line = false;
        ++at_;
      } else if (c == ']' || c == '}' || at_end()) {
        ++at_;
        value.last_lines = std::move(loose);
        return value;
      } else {
        LineEntry entry;
        if (value.bracket == '{') {
          entry.key = read_key();
          ++at_;
        }
        entry.value = read_value();
        entry.lines = std::move(loose);
        entry.starts_line = starts_line;
        value.entries.push_back(std::move(entry));
        loose.clear();
        starts_line = empty_line = false;
      }
    }
  }

  /// In a bracket: a comment stands on a line of its own, or behind what is there already. Its line break goes with it.
  void keep_comment(LineValue& value, std::vector<LooseLine>& loose, bool starts_line) {
    const std::string_view comment = read_comment();
    ++at_;
    if (starts_line) {
      loose.push_back({comment, true});
    } else if (value.entries.empty()) {
      value.comment = comment;
    } else {
      value.entries.back().comment = comment;
    }
    value.broken = true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  LineFile file_;
};

}  // namespace

LineFile read_lines(std::string_view text) { return Reader(text).read(); }

std::vector<std::string_view> path_of(const LineTable& table) {
  std::vector<std::string_view> path;
  for (const std::string_view part : table.path) path.push_back(unquoted(part));
  return path;
}

std::string_view unquoted(std::string_view part) {
  const bool quoted = part.size() >= 2 && (part.front() == '"' || part.front() == '\'');
  return quoted ? part.substr(1, part.size() - 2) : part;
}

}  // namespace mubiao::rules
