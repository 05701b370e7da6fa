#pragma once

#include <fmt/format.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/number.h"
#include "output/json_string.h"

namespace mubiao::output {

/// RapidJSON's writer over a std::string, with the types of mubiao's output: numbers with their exact digits, strings
/// that are UTF-8 whatever they were (see append_json_string).
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : sink_{out}, writer_(sink_) {}

  /// Once the outermost bracket is closed, another one may begin.
  void begin_object() {
    begin_anew();
    writer_.StartObject();
  }
  void end_object() { writer_.EndObject(); }
  void begin_array() {
    begin_anew();
    writer_.StartArray();
  }
  void end_array() { writer_.EndArray(); }
  /// One of our own names: ASCII, nothing to escape.
  void key(std::string_view name) { writer_.plain(name); }
  /// Likewise, as a value.
  void word(std::string_view name) { writer_.plain(name); }

  void value(std::string_view text) { writer_.text(text); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(int number) { writer_.Int(number); }
  void value(std::size_t number) { writer_.Uint64(number); }
  void value(bool flag) { writer_.Bool(flag); }
  /// With as many digits as tell it from every other one.
  void value(double number) { writer_.digits(fmt::format("{}", number)); }
  void value(const Number& number) { writer_.digits(number.to_decimal()); }
  void value(const std::vector<std::string>& list) {
    begin_array();
    for (const std::string& text : list) value(text);
    end_array();
  }
  void value(std::nullopt_t) { writer_.Null(); }
  /// An object that is JSON already.
  void raw_object(std::string_view json) { writer_.object(json); }
  template <typename T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      value(std::nullopt);
    }
  }

  template <typename T>
  void field(std::string_view name, const T& content) {
    key(name);
    value(content);
  }

 private:
  struct Sink {
    using Ch = char;
    std::string& out;
    void Put(char c) { out.push_back(c); }
    void Flush() {}
  };

  // Strings are most of the output: written by the run, not by the character.
  class Writer : public rapidjson::Writer<Sink> {
   public:
    explicit Writer(Sink& sink) : rapidjson::Writer<Sink>(sink), out_(sink.out) {}
    void text(std::string_view text) {
      if (is_plain(text)) return plain(text);
      Prefix(rapidjson::kStringType);
      append_json_string(out_, text);
    }
    void plain(std::string_view text) {
      Prefix(rapidjson::kStringType);
      out_ += '"';
      out_ += text;
      out_ += '"';
    }
    void object(std::string_view json) {
      Prefix(rapidjson::kObjectType);
      out_ += json;
    }
    void digits(std::string_view number) {
      Prefix(rapidjson::kNumberType);
      out_ += number;
    }

   private:
    std::string& out_;
  };

  void begin_anew() {
    if (writer_.IsComplete()) writer_.Reset(sink_);
  }

  Sink sink_;
  Writer writer_;
};

}  // namespace mubiao::output
