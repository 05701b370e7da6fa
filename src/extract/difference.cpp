// What differs between records, or matches, and what was expected of them. Doors: differences, differences_by_place,
// difference_summary.
#include "mubiao/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace mubiao {
namespace {

// Fields that say where a record stands and how it came about, which nobody expects of one by itself.
constexpr std::array<std::string_view, 10> kPlaces = {"doc",    "n",     "section", "sentence", "line",
                                                      "column", "start", "end",     "rule",     "rules"};
// More pairs than this are not tried: the n-th is then held against the n-th.
constexpr std::size_t kMostPairs = 1u << 20;

std::optional<std::string> value_of(const Fields& fields, const std::string& name) {
  const auto field = fields.find(name);
  return field == fields.end() ? std::nullopt : field->second;
}

bool agrees(const Fields& expected, const Fields& found) {
  return std::all_of(expected.begin(), expected.end(),
                     [&](const auto& field) { return value_of(found, field.first) == field.second; });
}

std::string quote_of(const Fields& found) {
  const std::optional<std::string> quote = value_of(found, "quote");
  return quote ? *quote : value_of(found, "match").value_or("");
}

RecordDifference changed(const Fields& expected, const Fields& found) {
  RecordDifference out{.type = RecordDifference::Type::kChanged, .quote = quote_of(found)};
  for (const auto& [name, value] : expected) {
    const std::optional<std::string> actual = value_of(found, name);
    if (actual != value) out.fields.push_back({name, value, actual});
  }
  return out;
}

bool tells_something(const std::string& name, const std::optional<std::string>& value) {
  return value && std::find(kPlaces.begin(), kPlaces.end(), name) == kPlaces.end();
}

RecordDifference missing(const Fields& expected) {
  RecordDifference out{.type = RecordDifference::Type::kMissing, .quote = quote_of(expected)};
  for (const auto& [name, value] : expected) {
    if (tells_something(name, value)) out.fields.push_back({name, value, std::nullopt});
  }
  return out;
}

RecordDifference unexpected(const Fields& found) {
  RecordDifference out{.type = RecordDifference::Type::kUnexpected, .quote = quote_of(found)};
  for (const auto& [name, value] : found) {
    if (tells_something(name, value)) out.fields.push_back({name, std::nullopt, value});
  }
  return out;
}

using Pair = std::pair<std::size_t, std::size_t>;

// The longest list of pairs that agree, in order. Precondition: not too many of them.
std::vector<Pair> agreeing_pairs(const std::vector<Fields>& expected, const std::vector<Fields>& found) {
  const std::size_t width = found.size() + 1;
  std::vector<std::size_t> longest((expected.size() + 1) * width, 0);  // from (e, f) to the ends
  for (std::size_t e = expected.size(); e-- > 0;) {
    for (std::size_t f = found.size(); f-- > 0;) {
      longest[e * width + f] = agrees(expected[e], found[f])
                                   ? longest[(e + 1) * width + f + 1] + 1
                                   : std::max(longest[(e + 1) * width + f], longest[e * width + f + 1]);
    }
  }
  std::vector<Pair> out;
  for (std::size_t e = 0, f = 0; e < expected.size() && f < found.size();) {
    if (agrees(expected[e], found[f])) {
      out.emplace_back(e++, f++);
    } else if (longest[(e + 1) * width + f] >= longest[e * width + f + 1]) {
      ++e;
    } else {
      ++f;
    }
  }
  return out;
}

}  // namespace

std::vector<RecordDifference> differences(const std::vector<Fields>& expected, const std::vector<Fields>& found) {
  const bool align = expected.size() != found.size() && expected.size() * found.size() <= kMostPairs;
  std::vector<Pair> pairs;
  if (align) pairs = agreeing_pairs(expected, found);
  pairs.emplace_back(expected.size(), found.size());
  std::vector<RecordDifference> out;
  std::size_t e = 0;
  std::size_t f = 0;
  for (const auto& [next_e, next_f] : pairs) {
    while (e < next_e && f < next_f) {
      RecordDifference difference = changed(expected[e++], found[f++]);
      if (!difference.fields.empty()) out.push_back(std::move(difference));
    }
    while (e < next_e) out.push_back(missing(expected[e++]));
    while (f < next_f) out.push_back(unexpected(found[f++]));
    e = next_e + 1;
    f = next_f + 1;
  }
  return out;
}

namespace {

std::size_t number_of(const Fields& record, const std::string& name) {
  const std::string text = value_of(record, name).value_or("");
  std::size_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::size_t start_of(const Fields& record) { return number_of(record, "start"); }

// What a record does not say of the document: its number changes with those before it.
constexpr std::array kOfTheRun = {"doc", "n", "rules"};

// All records have the same fields: one that `other` lacks is null there.
void name_all(const Fields& record, Fields& other) {
  for (const auto& [name, value] : record) other.emplace(name, std::nullopt);
}

// Moves the records from `next` on that begin at `start`.
std::vector<Fields> take_from(std::vector<Fields>& records, std::size_t& next, std::size_t start) {
  std::vector<Fields> out;
  while (next < records.size() && start_of(records[next]) == start) out.push_back(std::move(records[next++]));
  return out;
}

}  // namespace

std::vector<RecordDifference> differences_by_place(std::vector<Fields> expected, std::vector<Fields> found) {
  for (Fields& record : expected) {
    if (!found.empty()) name_all(found.front(), record);
    for (const char* field : kOfTheRun) record.erase(field);
  }
  std::vector<RecordDifference> out;
  for (std::size_t e = 0, f = 0; e < expected.size() || f < found.size();) {
    const bool next_is_found = e == expected.size() || (f < found.size() && start_of(found[f]) < start_of(expected[e]));
    const std::size_t start = next_is_found ? start_of(found[f]) : start_of(expected[e]);
    const std::vector<Fields> ours = take_from(found, f, start);
    const std::vector<Fields> theirs = take_from(expected, e, start);
    const Fields& first = ours.empty() ? theirs.front() : ours.front();
    for (RecordDifference& difference : differences(theirs, ours)) {
      difference.sentence = value_of(first, "sentence").value_or("");
      difference.line = number_of(first, "line");
      out.push_back(std::move(difference));
    }
  }
  return out;
}

std::string difference_summary(const std::vector<RecordDifference>& differences, std::size_t expected,
                               std::size_t found) {
  if (differences.empty()) return "";
  if (expected != found) return fmt::format("{} expected, {} found", expected, found);
  const auto count = [&](RecordDifference::Type type) {
    return std::count_if(differences.begin(), differences.end(),
                         [type](const auto& each) { return each.type == type; });
  };
  const auto missing = count(RecordDifference::Type::kMissing);
  const auto unexpected = count(RecordDifference::Type::kUnexpected);
  if (missing + unexpected > 0) return fmt::format("{} missing, {} not expected", missing, unexpected);
  std::vector<std::string> names;
  for (const RecordDifference& difference : differences) {
    for (const FieldDifference& field : difference.fields) {
      if (std::find(names.begin(), names.end(), field.field) == names.end()) names.push_back(field.field);
    }
  }
  const std::string last = names.back();
  names.pop_back();
  return names.empty() ? last + " differs" : fmt::format("{} and {} differ", fmt::join(names, ", "), last);
}

}  // namespace mubiao
