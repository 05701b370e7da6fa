// Reads a document out of a line of JSONL, and keeps the rest of the line for its results. Lines come from anywhere:
// nothing in one may cost more than its length.
//
// Door: read_document_line.

#include "mubiao/jsonl_input.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

#include "text/decoder.h"

namespace mubiao {
namespace {

// Deeper than any data is, and no deeper than what reads the results can follow.
constexpr std::size_t kMostNested = 200;

/// What RapidJSON tells of the line. Every function says whether to go on; where one does not, `problem` says why.
class LineHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, LineHandler> {
 public:
  LineHandler(std::string_view line, const rapidjson::MemoryStream& stream, const LineFields& fields, DocumentLine& out)
      : line_(line), stream_(stream), fields_(fields), out_(out) {}

  bool StartObject() { return open(); }
  bool StartArray() { return depth_ == 0 ? refuse(kNoObject) : open(); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view name(text, size);
    if (utf8_valid_prefix(name) < size) return refuse(kHalfPair);
    if (depth_ > 1) return true;
    field_ = name == fields_.text ? Field::kText : name == fields_.id ? Field::kId : Field::kOther;
    if (field_ == Field::kOther) return true;
    bool& seen = field_ == Field::kText ? has_text : has_id_;
    return !std::exchange(seen, true) || refuse(fmt::format("the field '{}' stands there twice", name));
  }
  bool Null() {
    if (depth_ == 1 && field_ == Field::kText) return refuse(no_text());
    return scalar();
  }
  bool Bool(bool) { return own_field() ? refuse_own() : scalar(); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    if (own_field() && field_ == Field::kText) return refuse(no_text());
    if (own_field()) out_.id.emplace(text, size);
    return scalar();
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (own_field() && field_ == Field::kText) out_.text.assign(text, size);
    if (own_field() && field_ == Field::kId && size > 0) out_.id.emplace(text, size);
    return scalar({text, size});
  }

  bool has_text = false;
  std::string problem;

 private:
  enum class Field { kText, kId, kOther };
  static constexpr const char* kNoObject = "a line is one object";
  static constexpr const char* kHalfPair = "half of a surrogate pair stands for no character";

  bool refuse(std::string why) {
    problem = std::move(why);
    return false;
  }
  std::string no_text() const { return fmt::format("the field '{}' is no text", fields_.text); }
  bool refuse_own() {
    return refuse(field_ == Field::kText ? no_text()
                                         : fmt::format("the field '{}' is neither text nor number", fields_.id));
  }
  bool own_field() const { return depth_ == 1 && field_ != Field::kOther; }

  // The parser calls these while it stands at the bracket.
  bool open() {
    if (own_field()) return refuse_own();
    if (++depth_ > kMostNested) return refuse(fmt::format("nested deeper than {}", kMostNested));
    return true;
  }
  bool close() {
    if (--depth_ == 1) end_member(stream_.Tell() + 1);
    return true;
  }
  bool scalar(std::string_view text = {}) {
    if (utf8_valid_prefix(text) < text.size()) return refuse(kHalfPair);
    if (depth_ == 0) return refuse(kNoObject);
    if (depth_ == 1) end_member(stream_.Tell());
    return true;
  }

  /// The member that ends here is kept as it is written, if nobody else wants it. Carriage returns between its tokens
  /// become spaces: some readers would take one for the end of the line.
  void end_member(std::size_t end) {
    const std::size_t begin = line_.find('"', member_);
    member_ = end;
    if (field_ != Field::kOther) return;
    out_.input += out_.input.empty() ? '{' : ',';
    const std::size_t kept = out_.input.size();
    out_.input.append(line_.substr(begin, end - begin));
    std::replace(out_.input.begin() + static_cast<std::ptrdiff_t>(kept), out_.input.end(), '\r', ' ');
  }

  std::string_view line_;
  const rapidjson::MemoryStream& stream_;
  const LineFields& fields_;
  DocumentLine& out_;
  std::size_t depth_ = 0;
  Field field_ = Field::kOther;
  bool has_id_ = false;
  std::size_t member_ = 0;  // where the next one is looked for
};

/// Code points before a byte.
std::size_t column_of(std::string_view line, std::size_t byte) {
  const std::string_view before = line.substr(0, byte);
  return 1 + static_cast<std::size_t>(
                 std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

DocumentLine read_document_line(std::string_view line, const LineFields& fields, const Location& where) {
  DocumentLine out;
  const auto refuse = [&](std::string message, std::optional<std::size_t> byte) {
    Location place = where;
    if (byte) place.column = column_of(line, *byte);
    out.problems.push_back({.code = "E-JSONL", .message = std::move(message), .where = std::move(place)});
  };
  if (const std::size_t valid = utf8_valid_prefix(line); valid < line.size()) {
    refuse("bytes that are not UTF-8, which JSON is", valid);
    return out;
  }
  // RapidJSON would take it for the end.
  if (const std::size_t zero = line.find('\0'); zero != std::string_view::npos) {
    refuse("this line is no JSON: it holds a zero byte", zero);
    return out;
  }
  rapidjson::Reader reader;
  rapidjson::MemoryStream stream(line.data(), line.size());
  LineHandler handler(line, stream, fields, out);
  const rapidjson::ParseResult parsed =
      reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(stream, handler);
  if (!handler.problem.empty()) {
    refuse(std::move(handler.problem), parsed.Offset());
  } else if (!parsed) {
    refuse(fmt::format("this line is no JSON: {}", rapidjson::GetParseError_En(parsed.Code())), parsed.Offset());
  } else if (!handler.has_text) {
    refuse(fmt::format("no field '{}'", fields.text), std::nullopt);
    out.problems.back().help = "--text-field names the field that holds the text";
  }
  if (!out.input.empty()) out.input += '}';
  return out;
}

}  // namespace mubiao
