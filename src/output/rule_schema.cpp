// The JSON Schema of rule files, for editors. Beside if and then, which no earlier draft has and editors explain best,
// it keeps to keywords that mean the same in draft 4. Door: append_rule_schema.

#include "output/rule_schema.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "mubiao/lint.h"
#include "output/schema_writer.h"
#include "rules/table_keys.h"
#include "rules/vocabulary.h"

namespace mubiao::output {
namespace {

using rules::KeyShape;
using rules::KindVocabulary;
using rules::TableKey;
using Keys = std::span<const TableKey>;

constexpr std::string_view kFragmentName = "^[a-z][a-z0-9_.]*$";

class Writer : SchemaWriter {
 public:
  using SchemaWriter::SchemaWriter;

  void write() {
    json_.begin_object();
    json_.field("$schema", "http://json-schema.org/draft-07/schema#");
    json_.field("title", "Rule file of mubiao");
    table(rules::file_keys());
    json_.key("definitions");
    json_.begin_object();
    in_object("pattern", [&] { any_of_text_or_texts(); });
    in_object("value", [&] { words("type", Words{"string", "integer"}); });
    in_object("dimension", [&] { dimension(); });
    in_object("changed_dimension", [&] { changed_dimension(); });
    in_object("lint", [&] { table(rules::lint_keys()); });
    in_object("rule", [&] { rule(); });
    in_object("unless", [&] { object(rules::unless_keys()); });
    in_object("example", [&] { object(rules::example_keys()); });
    json_.end_object();
    json_.end_object();
  }

 private:
  /// The schema of a table that has these keys and no other.
  void object(Keys keys) {
    table(keys);
    required(keys);
  }
  void table(Keys keys) {
    type("object");
    json_.field("additionalProperties", false);
    in_object("properties", [&] {
      for (const TableKey& key : keys) in_object(key.name, [&] { property(key); });
    });
  }
  void required(Keys keys) {
    Words names;
    for (const TableKey& key : keys) {
      if (key.needed) names.push_back(key.name);
    }
    words("required", names);
  }

  void property(const TableKey& key) {
    json_.field("description", key.description);
    switch (key.shape) {
      case KeyShape::kText:
        return type("string");
      case KeyShape::kId:
        type("string");
        return json_.field("pattern", "^[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)*$");
      case KeyShape::kWords:
        type("array");
        return in_object("items", [&] {
          type("string");
          json_.field("minLength", 1);
        });
      case KeyShape::kPattern:
        return reference_beside("pattern");
      case KeyShape::kInteger:
        type("integer");
        json_.field("minimum", key.least);
        return json_.field("maximum", key.most);
      case KeyShape::kBoolean:
        return type("boolean");
      case KeyShape::kOneOf:
        return words("enum", Words(key.values.begin(), key.values.end()));
      case KeyShape::kOther:
        return other(key.name);
    }
  }
  /// Draft 7 looks at nothing that stands beside a reference.
  void reference_beside(std::string_view name) {
    json_.key("allOf");
    json_.begin_array();
    json_.begin_object();
    reference(name);
    json_.end_object();
    json_.end_array();
  }

  void other(std::string_view name) {
    if (name == "dimensions") {
      type("object");
      in_object("additionalProperties", [&] { reference("dimension"); });
    } else if (name == "periods") {
      type("object");
      in_object("additionalProperties", [&] { years(); });
    } else if (name == "lints") {
      lints();
    } else if (name == "override") {
      changes();
    } else if (name == "eval") {
      object(rules::eval_keys());
    } else if (name == "fragments") {
      named("pattern");
    } else if (name == "factors") {
      type("object");
      json_.field("minProperties", 1);
      in_object("additionalProperties", [&] { reference("value"); });
    } else if (name == "kind") {
      words("enum", rules::kind_names());
    } else if (name == "in") {
      words("enum", rules::unless_scope_names());
    } else if (name == "set") {
      type("object");
    } else if (name == "expect") {
      type("array");
      in_object("items", [&] { type("object"); });
    } else if (name == "because") {
      type("string");
      json_.field("pattern", "^(no-match|unless:.+|rule:.+)$");
    } else {
      array_of(name == "rules" ? "rule" : name == "examples" ? "example" : name);
    }
  }
  void named(std::string_view definition_name) {
    type("object");
    json_.field("additionalProperties", false);
    in_object("patternProperties", [&] {
      json_.key(kFragmentName);
      json_.begin_object();
      reference(definition_name);
      json_.end_object();
    });
  }
  /// Those that can be switched off.
  void lints() {
    type("object");
    json_.field("additionalProperties", false);
    in_object("properties", [&] {
      for (const Lint& lint : mubiao::lints()) {
        if (lint.stage == LintStage::kLoading) continue;
        in_object(lint.id, [&] {
          json_.field("description", lint.summary);
          reference_beside("lint");
        });
      }
    });
  }
  void years() {
    type("array");
    json_.field("minItems", 2);
    json_.field("maxItems", 2);
    in_object("items", [&] {
      type("integer");
      json_.field("minimum", 1000);
      json_.field("maximum", 9999);
    });
  }

  void if_true(std::string_view name) {
    in_object("if", [&] {
      in_object("properties", [&] {
        in_object(name, [&] {
          json_.key("enum");
          json_.begin_array();
          json_.value(true);
          json_.end_array();
        });
      });
      words("required", {name});
    });
  }

  void dimension() {
    if_true("counter");
    in_object("then", [&] { object(rules::counter_keys()); });
    in_object("else", [&] { object(rules::dimension_keys()); });
  }
  /// One that changes an inherited dimension needs no key, and may have those of either kind.
  void changed_dimension() {
    std::vector<TableKey> keys(rules::dimension_keys().begin(), rules::dimension_keys().end());
    for (const TableKey& key : rules::counter_keys()) {
      if (key.name != "counter") keys.push_back(key);
    }
    table(keys);
  }

  /// What is under [override].
  void changes() {
    type("object");
    json_.field("additionalProperties", false);
    in_object("properties", [&] {
      in_object("fragments", [&] { other("fragments"); });
      in_object("periods", [&] { other("periods"); });
      in_object("dimensions", [&] {
        type("object");
        in_object("additionalProperties", [&] { reference("changed_dimension"); });
      });
    });
  }

  void rule() {
    table(rules::rule_keys());
    if_true("override");
    in_object("then", [&] { words("required", {"id"}); });
    in_object("else", [&] { required(rules::rule_keys()); });
    json_.key("allOf");
    json_.begin_array();
    for (std::size_t i = 0; i < kRuleKinds; ++i) kind(static_cast<RuleKind>(i));
    json_.end_array();
  }

  /// What rules of this kind may set, and their examples expect.
  void kind(RuleKind kind) {
    const KindVocabulary& vocabulary = rules::vocabulary(kind);
    json_.begin_object();
    in_object("if", [&] {
      in_object("properties", [&] { in_object("kind", [&] { words("enum", {vocabulary.name}); }); });
      words("required", {"kind"});
    });
    in_object("then", [&] {
      in_object("properties", [&] {
        in_object("set", [&] { settings(vocabulary); });
        if (!vocabulary.records) in_object("unless", [&] { scopes(kind); });
        in_object("examples", [&] { expectations(kind); });
      });
    });
    json_.end_object();
  }

  void settings(const KindVocabulary& vocabulary) {
    json_.field("additionalProperties", false);
    in_object("properties", [&] {
      for (const rules::SetKey& key : vocabulary.set) {
        in_object(key.name, [&] { key.values.empty() ? reference("value") : spellings(key.values); });
      }
    });
  }
  /// A number may be written as one: level = 1.
  void spellings(std::span<const std::string_view> values) {
    json_.key("enum");
    json_.begin_array();
    for (const std::string_view value : values) {
      json_.value(value);
      if (value[0] >= '0' && value[0] <= '9') json_.value(std::stoi(std::string(value)));
    }
    json_.end_array();
  }
  void scopes(RuleKind kind) {
    in_object("items", [&] {
      in_object("properties", [&] { in_object("in", [&] { words("enum", rules::unless_scope_names(kind)); }); });
    });
  }
  void expectations(RuleKind kind) {
    const auto fields = [&] {
      json_.field("additionalProperties", false);
      in_object("properties", [&] {
        for (const std::string_view field : rules::example_fields(kind)) in_object(field, [&] { reference("value"); });
      });
    };
    in_object("items",
              [&] { in_object("properties", [&] { in_object("expect", [&] { in_object("items", fields); }); }); });
  }
};

}  // namespace

void append_rule_schema(std::string& out) {
  std::string compact;
  Writer(compact).write();
  rapidjson::Document schema;
  schema.Parse(compact.c_str(), compact.size());
  rapidjson::StringBuffer pretty;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(pretty);
  writer.SetIndent(' ', 2);
  schema.Accept(writer);
  out.append(pretty.GetString(), pretty.GetSize());
  out += '\n';
}

}  // namespace mubiao::output
