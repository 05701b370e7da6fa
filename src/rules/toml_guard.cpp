// What stands between rule files and toml++: checks of what it does not survive, and the hiding of characters it
// mistreats. All of it was found by fuzzing 3.3; the words for authors are better here, too.
#include "rules/toml_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace mubiao::rules {
namespace {

// toml++ limits nested values but not dotted keys: "a.a.a.…" of some hundred thousand parts overflows the
// stack when the tables are freed.
constexpr std::size_t kMostDots = 32;
// A value takes hundreds of bytes as long as toml++ holds it.
constexpr std::size_t kMostValues = 200'000;

constexpr char32_t kHidden = 0xF0000;  // where hidden characters begin

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The character at `at` and its length, or nullopt if the bytes there are no UTF-8.
struct Character {
  char32_t value;
  std::size_t size;
};
std::optional<Character> read_character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return Character{lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return std::nullopt;
  char32_t value = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return std::nullopt;
    value = value << 6 | (byte(at + i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[size] || value > 0x10FFFF || surrogate) return std::nullopt;
  return Character{value, size};
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool opens_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '"' || c == '\'';
}

// Walks over a file outside of its strings and comments.
class Watchman {
 public:
  Watchman(std::string_view text, std::uint32_t file, Problems& problems)
      : text_(text), file_(file), problems_(problems) {}

  bool finds_nothing() && {
    while (at_ < text_.size() && ok_) step();
    return ok_;
  }

 private:
  void step() {
    const char c = text_[at_];
    if (static_cast<unsigned char>(c) >= 0x80) return outside_quotes();
    if ((c == '=' || c == ',' || c == '[' || c == '{') && ++values_ > kMostValues) {
      return fail("E-LIMIT", fmt::format("the file holds more than {} values", kMostValues),
                  "split it into several files of one set");
    }
    if (c == '[' && line_start_ && depth_ == 0) return header();
    line_start_ = c == '\n' || (line_start_ && is_blank(c));
    switch (c) {
      case '"':
      case '\'':
        at_ = skip_string(text_, at_);
        return;
      case '#':
        at_ = std::min(text_.find('\n', at_), text_.size());
        return;
      case '\n':
        dots_ = 0;
        break;
      case '[':
      case '{':
        ++depth_;
        break;
      case ']':
      case '}':
        depth_ -= depth_ > 0 ? 1 : 0;
        break;
      case '.':
        if (++dots_ > kMostDots)
          fail("E-LIMIT", fmt::format("more than {} dots in the keys of one line", kMostDots), "");
        break;
      default:
        break;
    }
    ++at_;
  }

  void outside_quotes() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_continuation(text_[end])) ++end;
    fail("E-TOML", fmt::format("not valid TOML: '{}' stands outside of quotes", text_.substr(at_, end - at_)),
         "keys with other characters than A-Z a-z 0-9 _ - stand in quotes (\"家\" = …); quotes, commas and equal signs "
         "are half-width");
  }

  // [ or [[, then a key. The closing brackets are toml++'s to check.
  void header() {
    line_start_ = false;
    skip_blanks();
    if (at_ < text_.size() && text_[at_] == '[') skip_blanks();
    if (at_ < text_.size() && (opens_key(text_[at_]) || text_[at_] == ']')) return;
    if (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) return outside_quotes();
    fail("E-TOML", "not valid TOML: a table header without a name",
         "write [fragments] or [[rules]]; a name with other characters than A-Z a-z 0-9 _ - stands in quotes");
  }

  // Over the bracket and the blanks behind it.
  void skip_blanks() {
    do ++at_;
    while (at_ < text_.size() && is_blank(text_[at_]));
  }

  void fail(std::string code, std::string message, std::string help) {
    const auto at = static_cast<std::uint32_t>(at_);
    problems_.error(std::move(code), {file_, at, at + 1}, std::move(message), std::move(help));
    ok_ = false;
  }

  std::string_view text_;
  std::uint32_t file_;
  Problems& problems_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;   // of brackets around values
  std::size_t dots_ = 0;    // on this line
  std::size_t values_ = 0;  // what may open one
  bool line_start_ = true;
  bool ok_ = true;
};

// Reports the first bytes that are no UTF-8, or a character where hidden ones go.
bool is_plain_utf8(const SourceFile& file, std::uint32_t index, Problems& problems) {
  const std::string_view text = file.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Character> character = read_character(text, at);
    if (character && (character->value < kHidden || character->value > kHidden + 0xFFFF)) {
      at += character->size;
      continue;
    }
    const Place place{index, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
    problems.error(
        "E-TOML", place,
        character ? "a character of private use (plane 15) stands here" : "the file is not UTF-8 from here on",
        character ? "" : "save it as UTF-8");
    return false;
  }
  return true;
}

}  // namespace

std::size_t skip_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool multi_line = text.substr(at, 3) == std::string(3, quote);
  const std::string closing(multi_line ? 3 : 1, quote);
  for (at += closing.size(); at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text.substr(at, closing.size()) == closing) {
      at += closing.size();
      // '''x''''' ends in two quotes of its own.
      for (int own = 0; multi_line && own < 2 && at < text.size() && text[at] == quote; ++own) ++at;
      return at;
    } else if (text[at] == '\n' && !multi_line) {
      return at;
    }
  }
  return text.size();
}

bool is_safe_to_parse(const SourceFile& file, std::uint32_t index, Problems& problems) {
  return is_plain_utf8(file, index, problems) && Watchman(file.text(), index, problems).finds_nothing();
}

std::string hide_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 3);
  for (std::size_t at = 0; at < text.size();) {
    const Character character = *read_character(text, at);
    if (character.value < 0x80 || character.value > 0xFFFF) {
      out += text.substr(at, character.size);
    } else {
      const char32_t c = kHidden + character.value;
      out += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
              static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    at += character.size;
  }
  return out;
}

std::string reveal_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Character> character = read_character(text, at);
    const char32_t c = character && character->value >= kHidden && character->value <= kHidden + 0xFFFF
                           ? character->value - kHidden
                           : 0;
    const std::size_t size = character ? character->size : 1;
    if (c == 0) {
      out += text.substr(at, size);
    } else if (c < 0x800) {
      out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
    at += size;
  }
  return out;
}

}  // namespace mubiao::rules
