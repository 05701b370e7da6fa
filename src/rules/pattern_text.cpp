// Patterns as written: read from literal strings with the place of every byte, and scanned for fragment
// references and groups. The doors are read_pattern and scan_pattern; the scanner knows as much of RE2's
// syntax as is needed to leave braces and brackets alone where they mean something else.
#include "rules/pattern_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mubiao::rules {
namespace {

constexpr std::size_t kLongestPattern = 64u << 10;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Appends one literal string. Its bytes stand verbatim in the file, but for the line break right behind
// an opening ''' (dropped) and CR LF (LF in the value).
bool append_literal(PatternText& out, const Node& node, std::string_view name, const SourceFile& file,
                    Problems& problems) {
  if (node.type != Node::Type::kString) {
    report_type(node, name, "a literal string ('…') or an array of them", problems);
    return false;
  }
  const std::string_view source = file.text();
  std::size_t at = node.place.begin;
  if (at >= source.size() || source[at] != '\'') {
    problems.error("E-TYPE", node.place, "patterns are literal strings ('…'), but this one is in double quotes",
                   "write '…' or '''…''': what stands between is what the regex engine gets, backslashes included");
    return false;
  }
  const bool multi_line = source.substr(at, 3) == "'''";
  at += multi_line ? 3 : 1;
  if (multi_line && source.substr(at, 2) == "\r\n") {
    at += 2;
  } else if (multi_line && source.substr(at, 1) == "\n") {
    at += 1;
  }
  for (const char c : node.text) {
    if (c == '\n') {
      problems.error("E-TYPE", {node.place.file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)},
                     fmt::format("'{}' holds a line break, and no text that is matched does", name),
                     "to spread a pattern over lines write an array: [ '…', '…' ]; the parts are joined");
      return false;
    }
    out.text += c;
    out.offsets.push_back(static_cast<std::uint32_t>(at++));
  }
  return true;
}

// Offset of the "]" that closes the class opened at `at`, or npos.
std::size_t class_end(std::string_view text, std::size_t at) {
  ++at;
  if (text.substr(at, 1) == "^") ++at;
  if (text.substr(at, 1) == "]") ++at;  // a "]" in the first place is a member
  while (at < text.size() && text[at] != ']') {
    if (text[at] == '\\') {
      at += 2;
    } else if (text.substr(at, 2) == "[:" && text.find(":]", at + 2) != std::string_view::npos) {
      at = text.find(":]", at + 2) + 2;
    } else {
      ++at;
    }
  }
  return at < text.size() ? at : std::string_view::npos;
}

// Offset behind the escape at `at`: \Q…\E, \p{…}, \x{…} or one character.
std::size_t escape_end(std::string_view text, std::size_t at) {
  const char c = at + 1 < text.size() ? text[at + 1] : '\0';
  const bool takes_braces = (c == 'p' || c == 'P' || c == 'x') && text.substr(at + 2, 1) == "{";
  if (c != 'Q' && !takes_braces) return std::min(at + 2, text.size());
  const std::size_t end = c == 'Q' ? text.find("\\E", at) : text.find('}', at);
  return end == std::string_view::npos ? text.size() : end + (c == 'Q' ? 2 : 1);
}

// Length of a repetition such as {2}, {2,} or {2,5} at `at`, or 0.
std::size_t repetition_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  const auto digits = [&] {
    const std::size_t first = end;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end > first;
  };
  if (!digits()) return 0;
  if (text.substr(end, 1) == ",") {
    ++end;
    digits();
  }
  return text.substr(end, 1) == "}" ? end + 1 - at : 0;
}

std::optional<Reference> read_reference(std::string_view text, std::size_t at) {
  const std::size_t close = text.find('}', at);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(at + 1, close - at - 1);
  const std::size_t colon = inside.find(':');
  const std::string_view name = inside.substr(0, colon);
  const std::string_view field = colon == std::string_view::npos ? "" : inside.substr(colon + 1);
  const auto is_name = [](std::string_view word, bool dots) {
    return !word.empty() && is_lower(word[0]) && std::all_of(word.begin(), word.end(), [dots](char c) {
      return is_lower(c) || is_digit(c) || c == '_' || (dots && c == '.');
    });
  };
  if (!is_name(name, true) || (colon != std::string_view::npos && !is_name(field, false))) return std::nullopt;
  return Reference{at, close + 1, std::string(name), std::string(field)};
}

class Scanner {
 public:
  Scanner(const PatternText& pattern, Problems& problems)
      : pattern_(pattern), text_(pattern.text), problems_(problems) {}

  PatternScan run() && {
    for (std::size_t at = 0; at < text_.size() && scan_.ok;) at = step(at);
    if (scan_.ok && !open_.empty()) {
      fail("E-RE2", open_.back().at, open_.back().at + 1, "this '(' is never closed",
           "close it with ')', or write \\( for a bracket in the text");
    }
    add_alternatives(whole_, text_.size());
    return std::move(scan_);
  }

 private:
  // One that is open, or the pattern as a whole.
  struct Bracket {
    std::size_t at = 0;
    std::size_t inside = 0;  // where its first alternative begins
    std::vector<std::size_t> bars;
  };

  // Looks at what stands at `at` and returns where the next thing stands.
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return escape_end(text_, at);
      case '[':
        return character_class(at);
      case '(':
        return open_bracket(at);
      case ')':
        if (open_.empty()) {
          fail("E-RE2", at, at + 1, "this ')' closes nothing", "remove it, or write \\) for a bracket in the text");
        } else {
          add_alternatives(open_.back(), at);
          open_.pop_back();
        }
        return at + 1;
      case '|':
        (open_.empty() ? whole_ : open_.back()).bars.push_back(at);
        return at + 1;
      case '{':
        return brace(at);
      default:
        return at + 1;
    }
  }

  std::size_t character_class(std::size_t at) {
    const std::size_t end = class_end(text_, at);
    if (end != std::string_view::npos) return end + 1;
    fail("E-RE2", at, at + 1, "this '[' is never closed", "close it with ']', or write \\[ for a bracket in the text");
    return text_.size();
  }

  std::size_t open_bracket(std::size_t at) {
    open_.push_back({at, at + 1, {}});
    if (text_.substr(at, 4) == "(?P<") {
      const std::size_t close = text_.find('>', at);
      if (close == std::string_view::npos) return at + 4;  // RE2 says so
      scan_.groups.push_back({at, close + 1, std::string(text_.substr(at + 4, close - at - 4))});
      return open_.back().inside = close + 1;
    }
    if (text_.substr(at, 3) == "(?:") return open_.back().inside = at + 3;
    if (text_.substr(at, 2) == "(?") {
      scan_.sets_flags = true;
    } else {
      scan_.groups.push_back({at, at + 1, ""});
    }
    return at + 1;
  }

  // What bars part is known when the bracket closes.
  void add_alternatives(Bracket& bracket, std::size_t end) {
    if (bracket.bars.empty()) return;
    bracket.bars.push_back(end);
    std::size_t begin = bracket.inside;
    for (const std::size_t bar : bracket.bars) {
      scan_.alternatives.push_back({begin, bar});
      begin = bar + 1;
    }
  }

  std::size_t brace(std::size_t at) {
    if (const std::size_t length = repetition_length(text_, at)) return at + length;
    const std::optional<Reference> reference = read_reference(text_, at);
    if (!reference) {
      fail(
          "E-FRAG", at, at + 1, "this '{' opens neither a fragment {name} nor a repetition {2,5}",
          "write \\{ for a brace in the text; names of fragments are a-z 0-9 _ and dots, as in {name} or {name:field}");
      return text_.size();
    }
    scan_.references.push_back(*reference);
    if (!reference->field.empty()) scan_.groups.push_back({at, reference->end, reference->field});
    return reference->end;
  }

  void fail(std::string code, std::size_t begin, std::size_t end, std::string message, std::string help) {
    problems_.error(std::move(code), pattern_.place(begin, end), std::move(message), std::move(help));
    scan_.ok = false;
  }

  const PatternText& pattern_;
  std::string_view text_;
  Problems& problems_;
  std::vector<Bracket> open_;
  Bracket whole_;
  PatternScan scan_;
};

}  // namespace

Place PatternText::place(std::size_t begin, std::size_t end) const {
  if (begin >= offsets.size()) return whole;
  const std::uint32_t first = offsets[begin];
  const std::size_t last = std::min(std::max(end, begin + 1), offsets.size()) - 1;
  return {whole.file, first, std::max(first, offsets[last]) + 1};
}

std::optional<PatternText> read_pattern(const Entry& entry, const SourceFile& file, Problems& problems) {
  PatternText out;
  out.whole = entry.value.place;
  bool ok = true;
  if (entry.value.type == Node::Type::kArray) {
    if (!entry.value.items.empty()) out.whole = entry.value.items.front().place;
    for (const Node& part : entry.value.items) ok = append_literal(out, part, entry.key, file, problems) && ok;
  } else {
    ok = append_literal(out, entry.value, entry.key, file, problems);
  }
  if (!ok) return std::nullopt;
  if (out.text.empty()) {
    problems.error("E-TYPE", out.whole, fmt::format("'{}' is empty", entry.key));
    return std::nullopt;
  }
  if (out.text.size() > kLongestPattern) {
    problems.error("E-LIMIT", out.whole, fmt::format("'{}' is longer than 64 KiB", entry.key),
                   "split it into several rules");
    return std::nullopt;
  }
  return out;
}

PatternScan scan_pattern(const PatternText& pattern, Problems& problems) { return Scanner(pattern, problems).run(); }

}  // namespace mubiao::rules
