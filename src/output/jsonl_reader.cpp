// Reads back what append_jsonl writes: a flat object a line, whose values are text, numbers, true, false, null, or
// lists of text. Door: read_jsonl.
#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

#include "mubiao/output.h"

namespace mubiao {
namespace {

constexpr std::string_view kBetween = " > ";

// What RapidJSON tells of one line. Every function says whether to go on.
class LineHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, LineHandler> {
 public:
  bool StartObject() { return !std::exchange(in_object_, true); }
  bool EndObject(rapidjson::SizeType) { return true; }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_.assign(text, size);
    return fields.emplace(key_, std::nullopt).second;
  }
  bool StartArray() {
    if (!in_object_ || in_list_) return false;
    return in_list_ = true;
  }
  bool EndArray(rapidjson::SizeType) {
    in_list_ = false;
    return true;
  }
  bool Null() { return in_object_; }
  bool Bool(bool value) { return put(value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return put({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) { return put({text, size}); }
  bool Default() { return false; }

  Fields fields;

 private:
  bool put(std::string_view text) {
    if (!in_object_) return false;
    std::optional<std::string>& value = fields[key_];
    if (value && in_list_) {
      value->append(kBetween).append(text);
    } else {
      value = text;
    }
    return true;
  }

  bool in_object_ = false;
  bool in_list_ = false;
  std::string key_;
};

std::string reason(const rapidjson::ParseResult& error) {
  if (error.Code() == rapidjson::kParseErrorTermination)
    return "a line is one object, each field once, whose values are text, numbers or lists of text";
  return fmt::format("this line is no JSON: {}", rapidjson::GetParseError_En(error.Code()));
}

}  // namespace

Result<std::vector<Fields>> read_jsonl(std::string_view text, const std::string& file) {
  std::vector<Fields> out;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    ++line;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = text.substr(at, end - at);
    at = end + 1;
    if (row.find_first_not_of(" \r") == std::string::npos) continue;
    LineHandler handler;
    rapidjson::Reader reader;
    rapidjson::MemoryStream stream(row.data(), row.size());
    constexpr unsigned kFlags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
    const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, handler);
    const bool whole = stream.Tell() == row.size();  // it takes a zero byte for the end
    if (!parsed || !whole) {
      return Diagnostic{.code = "E-JSONL",
                        .message = parsed ? "this line is no JSON: it holds a zero byte" : reason(parsed),
                        .where = {file, line, 0}};
    }
    out.push_back(std::move(handler.fields));
  }
  return out;
}

}  // namespace mubiao
