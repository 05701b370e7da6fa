#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <vector>

#include "mubiao/record.h"

// A reader for each output format, independent of the writers.
namespace mubiao::testing {

using Row = std::vector<std::optional<std::string>>;  // doc, the fields of a record, the rule set

inline rapidjson::Document parse_json(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(text.c_str(), text.size());
  EXPECT_FALSE(json.HasParseError()) << text;
  return json;
}

/// A JSON value as CSV would write it: arrays joined the way their field is.
inline std::optional<std::string> as_text(const std::string& field, const rapidjson::Value& value) {
  if (value.IsNull()) return std::nullopt;
  if (!value.IsArray()) return std::string(value.GetString(), value.GetStringLength());
  std::string joined;
  for (const auto& each : value.GetArray()) {
    if (!joined.empty()) joined += field == "section" ? " > " : ";";
    joined.append(each.GetString(), each.GetStringLength());
  }
  return joined;
}

inline Row row_of(const rapidjson::Value& object, const std::string& doc, const std::string& rules) {
  Row row = {doc};
  for (const std::string& field : record_fields()) row.push_back(as_text(field, object[field.c_str()]));
  row.push_back(rules);
  return row;
}

inline std::vector<Row> read_json(const std::string& text) {
  const rapidjson::Document json = parse_json(text);
  std::vector<Row> rows;
  for (const auto& record : json["records"].GetArray())
    rows.push_back(row_of(record, json["document"]["path"].GetString(), json["mubiao"]["rules"].GetString()));
  return rows;
}

inline std::vector<Row> read_jsonl(const std::string& text) {
  std::vector<Row> rows;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const rapidjson::Document json = parse_json(text.substr(begin, end - begin));
    rows.push_back(row_of(json, json["doc"].GetString(), json["rules"].GetString()));
    begin = end + 1;
  }
  return rows;
}

inline std::vector<Row> read_csv(const std::string& text) {
  std::vector<Row> rows(1);
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      rows.back().push_back(field.empty() ? std::nullopt : std::optional(field));
      field.clear();
      if (c == '\n') rows.emplace_back();
    } else {
      field += c;
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace mubiao::testing
