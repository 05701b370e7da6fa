// One annotation out of its line of JSON. Door: read_gold_line.
#include "compare/gold_line.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "compare/one_line.h"
#include "rules/suggest.h"
#include "text/terminal.h"

namespace mubiao::compare {
namespace {

using Value = rapidjson::Value;

constexpr std::size_t kLongestMessage = 200;  // it may quote a value

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// Puts the values of one object where they belong. Numbers come as their digits, so they are text as strings are.
class LineReader {
 public:
  LineReader(std::string_view line, const Location& where, std::vector<Diagnostic>& problems)
      : line_(line), where_(where), problems_(problems) {}

  std::optional<GoldLine> read(const Value& object);
  void error(std::string_view key, const std::string& message, std::string help = "");
  void error_at(std::size_t byte, const std::string& message);

 private:
  using Take = void (LineReader::*)(const Value& value, std::string_view key);
  struct Key {
    std::string_view name;
    Take take;
  };
  static const std::array<Key, 20> kKeys;

  // One for each type of value; `key` says which.
  void take_kind(const Value& value, std::string_view key);
  void take_text(const Value& value, std::string_view key);
  void take_number(const Value& value, std::string_view key);
  void take_year(const Value& value, std::string_view key);
  void take_count(const Value& value, std::string_view key);
  void take_name(const Value& value, std::string_view key);
  void take_list(const Value& value, std::string_view key);
  void take_nothing(const Value&, std::string_view) {}

  void take(const Value& value, std::string_view key);
  bool is_text(const Value& value, std::string_view key, std::string_view expected);
  void wrong_type(std::string_view key, std::string_view expected);
  void add(Severity severity, std::string_view code, std::size_t column, const std::string& message, std::string help);
  std::size_t column_of(std::string_view key) const;

  std::string_view line_;
  const Location& where_;
  std::vector<Diagnostic>& problems_;
  GoldLine out_;
  bool has_kind_ = false;
  bool misplaced_ = false;  // it says where it stands, but not in a way that can be read
};

const std::array<LineReader::Key, 20> LineReader::kKeys = {{
    {"kind", &LineReader::take_kind},          {"quote", &LineReader::take_text},
    {"context", &LineReader::take_text},       {"nth", &LineReader::take_count},
    {"quote_nth", &LineReader::take_count},    {"start", &LineReader::take_count},
    {"end", &LineReader::take_count},          {"number", &LineReader::take_number},
    {"number_high", &LineReader::take_number}, {"unit", &LineReader::take_text},
    {"indicator", &LineReader::take_text},     {"year", &LineReader::take_year},
    {"baseline_year", &LineReader::take_year}, {"bound", &LineReader::take_name},
    {"change", &LineReader::take_name},        {"firmness", &LineReader::take_name},
    {"section", &LineReader::take_list},       {"responsible", &LineReader::take_list},
    {"period", &LineReader::take_nothing},  // follows from the year's own words; not measured
    {"why", &LineReader::take_nothing},     // for people
}};

void LineReader::add(Severity severity, std::string_view code, std::size_t column, const std::string& message,
                     std::string help) {
  problems_.push_back({.severity = severity,
                       .code = std::string(code),
                       .message = one_line(message, kLongestMessage),
                       .where = {where_.file, where_.line, column},
                       .help = std::move(help)});
}

void LineReader::error(std::string_view key, const std::string& message, std::string help) {
  add(Severity::kError, "E-GOLD", column_of(key), message, std::move(help));
}

void LineReader::error_at(std::size_t byte, const std::string& message) {
  std::size_t column = 1;
  for (std::size_t at = 0; at < std::min(byte, line_.size()); ++column) next_code_point(line_, at);
  add(Severity::kError, "E-GOLD", column, message, "one annotation is one JSON object on a line of its own");
}

/// Where a key stands in the line; 1 if it is not there.
std::size_t LineReader::column_of(std::string_view key) const {
  const std::size_t found = line_.find(fmt::format("\"{}\"", key));
  std::size_t column = 1;
  if (found == line_.npos) return column;
  for (std::size_t at = 0; at < found; ++column) next_code_point(line_, at);
  return column;
}

void LineReader::wrong_type(std::string_view key, std::string_view expected) {
  error(key, fmt::format("'{}' must be {}", key, expected));
}

bool LineReader::is_text(const Value& value, std::string_view key, std::string_view expected) {
  if (!value.IsString()) wrong_type(key, expected);
  return value.IsString();
}

void LineReader::take_kind(const Value& value, std::string_view key) {
  if (!is_text(value, key, "a string")) return;
  const std::optional<Kind> kind = parse_kind(text_of(value));
  if (kind) {
    out_.record.kind = *kind;
    has_kind_ = true;
  } else {
    error(key, fmt::format("unknown kind '{}'", text_of(value)),
          rules::suggestion(text_of(value), {"target", "delegated", "milestone", "context"}, "choose from"));
  }
}

void LineReader::take_text(const Value& value, std::string_view key) {
  if (!is_text(value, key, "a string")) return;
  std::string& into = key == "quote"     ? out_.quote
                      : key == "context" ? out_.context
                      : key == "unit"    ? out_.record.unit
                                         : out_.record.indicator;
  into = text_of(value);
}

void LineReader::take_number(const Value& value, std::string_view key) {
  if (!is_text(value, key, "a number, as a string or plain")) return;
  const bool low = key == "number";
  (low ? out_.record.number : out_.record.number_high) = text_of(value);
  std::optional<Number>& into = low ? out_.record.value : out_.record.value_high;
  into = Number::parse(text_of(value));
  if (!into && value.GetStringLength() > 0) {
    error(key, fmt::format("'{}' is no decimal number", text_of(value)),
          "write digits with 万 and 亿 multiplied out: \"150000\", \"31.5\"");
  }
}

void LineReader::take_year(const Value& value, std::string_view key) {
  if (!is_text(value, key, "a year or null")) return;
  const std::string_view digits = text_of(value);
  int year = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
  if (digits.empty()) return;
  if (problem != std::errc() || end != digits.data() + digits.size()) return wrong_type(key, "a year or null");
  (key == "year" ? out_.record.year : out_.record.baseline_year) = year;
}

void LineReader::take_count(const Value& value, std::string_view key) {
  misplaced_ = misplaced_ || !value.IsString();
  if (!is_text(value, key, "an integer")) return;
  const std::string_view digits = text_of(value);
  std::size_t count = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (problem != std::errc() || end != digits.data() + digits.size()) {
    misplaced_ = true;
    return wrong_type(key, "an integer from 0 on");
  }
  if (key == "start") out_.start = count;
  if (key == "end") out_.end = count;
  if (key == "nth") out_.nth = count;
  if (key == "quote_nth") out_.quote_nth = count;
}

void LineReader::take_name(const Value& value, std::string_view key) {
  if (!is_text(value, key, "a string")) return;
  const std::string name(text_of(value));
  bool known = name.empty();
  std::vector<std::string_view> names;
  if (key == "bound") {
    out_.record.bound = name;
    known = known || parse_bound(name);
    names = {"=", ">=", "<=", "~", "range"};
  } else if (key == "change") {
    out_.record.change = name;
    known = known || parse_change(name);
    names = {"level", "decrease", "increase", "annual"};
  } else {
    out_.record.firmness = name;
    known = known || parse_firmness(name);
    names = {"firm", "aspirational"};
  }
  if (!known) error(key, fmt::format("unknown {} '{}'", key, name), rules::suggestion(name, names, "choose from"));
}

void LineReader::take_list(const Value& value, std::string_view key) {
  std::vector<std::string>& into = key == "section" ? out_.record.section : out_.record.responsible;
  into.clear();
  if (!value.IsArray()) return wrong_type(key, "an array of strings");
  for (const Value& item : value.GetArray()) {
    if (!is_text(item, key, "an array of strings")) return;
    into.emplace_back(text_of(item));
  }
}

void LineReader::take(const Value& value, std::string_view key) {
  const auto known = std::find_if(kKeys.begin(), kKeys.end(), [key](const Key& each) { return each.name == key; });
  if (known != kKeys.end()) {
    if (!value.IsNull()) (this->*known->take)(value, key);
    return;
  }
  // Anything else may stand there for people; but a slip would lose a field in silence.
  std::vector<std::string_view> names;
  for (const Key& each : kKeys) names.push_back(each.name);
  const std::string_view meant = rules::closest(key, names);
  if (meant.empty()) return;
  add(Severity::kWarning, "W-GOLD", column_of(key), fmt::format("unknown key '{}'", key),
      fmt::format("did you mean '{}'?", meant));
}

std::optional<GoldLine> LineReader::read(const Value& object) {
  for (const auto& member : object.GetObject()) take(member.value, text_of(member.name));
  if (!object.HasMember("kind")) error("", "the annotation has no 'kind'", "target, delegated, milestone or context");
  if (!has_kind_ || misplaced_) return std::nullopt;
  if (out_.record.kind == Kind::kTarget && out_.record.number.empty()) error("", "a target needs a 'number'");
  out_.record.where = where_;
  return std::move(out_);
}

}  // namespace

std::optional<GoldLine> read_gold_line(std::string_view line, const Location& where,
                                       std::vector<Diagnostic>& problems) {
  LineReader reader(line, where, problems);
  rapidjson::Document json;
  constexpr unsigned kFlags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  json.Parse<kFlags>(line.data(), line.size());
  if (json.HasParseError()) {
    reader.error_at(json.GetErrorOffset(),
                    fmt::format("no JSON: {}", rapidjson::GetParseError_En(json.GetParseError())));
    return std::nullopt;
  }
  if (!json.IsObject()) {
    reader.error_at(0, "an annotation is a JSON object");
    return std::nullopt;
  }
  return reader.read(json);
}

}  // namespace mubiao::compare
