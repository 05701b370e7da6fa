#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/number.h"
#include "output/json_string.h"

namespace mubiao::output {

/// Writes objects and arrays of JSON with the types of mubiao's output: commas where they belong, numbers with their
/// exact digits, strings that are UTF-8 whatever they were (see append_json_string). A record is two dozen small
/// pieces, which are put together here: they stand in `out` once the outermost bracket is closed. Then another may
/// begin.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// `name` is a literal, without anything to escape.
  template <std::size_t N>
  void key(const char (&name)[N]) {
    constexpr std::size_t kLength = N - 1;
    char* to = item(kLength + 3);
    *to++ = '"';
    std::memcpy(to, name, kLength);
    std::memcpy(to + kLength, "\":", 2);
    first_ = true;  // no comma between a key and its value
  }

  void value(std::string_view text) {
    if (text.size() > kLongest) {
      item(0);
      flush();
      append_json_string(out_, text);
    } else if (is_plain(text)) {
      word(text);
    } else {
      std::string escaped;
      append_json_string(escaped, text);
      raw(escaped);
    }
  }
  /// One of our own names: ASCII, nothing to escape.
  void word(std::string_view name) {
    char* to = item(name.size() + 2);
    *to++ = '"';
    name.copy(to, name.size());
    to[name.size()] = '"';
  }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(int number) { integer(number); }
  void value(std::size_t number) { integer(number); }
  void value(bool flag) { raw(flag ? "true" : "false"); }
  void value(const Number& number) { raw(number.to_decimal()); }
  void value(const std::vector<std::string>& list) {
    begin_array();
    for (const std::string& text : list) value(text);
    end_array();
  }
  void value(std::nullopt_t) { raw("null"); }
  template <typename T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      value(std::nullopt);
    }
  }

  template <std::size_t N, typename T>
  void field(const char (&name)[N], const T& content) {
    key(name);
    value(content);
  }

 private:
  static constexpr std::size_t kLongest = 500;  // bytes of a piece that is put together with others

  void open(char bracket) {
    *item(1) = bracket;
    first_ = true;
    ++depth_;
  }
  void close(char bracket) {
    *room(1) = bracket;
    ++filled_;
    --depth_;
    first_ = depth_ == 0;
    if (depth_ == 0) flush();
  }
  template <typename Integer>
  void integer(Integer number) {
    std::array<char, 24> digits;
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  /// A value as it is to stand there.
  void raw(std::string_view text) {
    if (text.size() > kLongest) {
      item(0);
      flush();
      out_ += text;
    } else {
      text.copy(item(text.size()), text.size());
    }
  }

  /// Room for a value or key of `size` bytes, behind the comma that it may need.
  char* item(std::size_t size) {
    char* to = room(size + 1);
    if (!first_) *to++ = ',';
    filled_ += size + !first_;
    first_ = false;
    return to;
  }
  char* room(std::size_t size) {
    if (filled_ + size > piece_.size()) flush();
    return piece_.data() + filled_;
  }
  void flush() {
    out_.append(piece_.data(), filled_);
    filled_ = 0;
  }

  std::string& out_;
  std::array<char, 1024> piece_;
  std::size_t filled_ = 0;
  std::size_t depth_ = 0;
  bool first_ = true;  // of its object or array, or behind its key
};

}  // namespace mubiao::output
