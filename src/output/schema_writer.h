#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "output/json_writer.h"

namespace mubiao::output {

/// Writes JSON with the keywords that schemas have.
class SchemaWriter {
 public:
  explicit SchemaWriter(std::string& out) : json_(out) {}

 protected:
  using Words = std::vector<std::string_view>;

  template <typename Body>
  void in_object(std::string_view name, Body body) {
    json_.key(name);
    json_.begin_object();
    body();
    json_.end_object();
  }

  void type(std::string_view name) { json_.field("type", name); }
  void words(std::string_view name, const Words& list) {
    json_.key(name);
    json_.begin_array();
    for (const std::string_view word : list) json_.value(word);
    json_.end_array();
  }
  void reference(std::string_view name) { json_.field("$ref", fmt::format("#/definitions/{}", name)); }
  void array_of(std::string_view name) {
    type("array");
    in_object("items", [&] { reference(name); });
  }

  void any_of_text_or_texts() {
    json_.key("anyOf");
    json_.begin_array();
    json_.begin_object();
    pattern_text();
    json_.end_object();
    json_.begin_object();
    type("array");
    json_.field("minItems", 1);
    in_object("items", [&] { pattern_text(); });
    json_.end_object();
    json_.end_array();
  }
  void pattern_text() {
    type("string");
    in_object("not", [&] { json_.field("pattern", "\n"); });
  }

  JsonWriter json_;
};

}  // namespace mubiao::output
