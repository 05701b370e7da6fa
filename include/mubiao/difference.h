#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mubiao {

/// The fields of a record, or of a match of a rule that makes none, as text. One that is null has no value.
using Fields = std::map<std::string, std::optional<std::string>>;

/// A field whose value is not the expected one. null: no value.
struct FieldDifference {
  std::string field;
  std::optional<std::string> expected;
  std::optional<std::string> found;
};

/// A record, or a match, that is not as expected.
struct RecordDifference {
  enum class Type {
    kChanged,     // `fields` holds those that differ
    kMissing,     // … those that were expected
    kUnexpected,  // … those that were found
  };
  Type type = Type::kChanged;
  std::string sentence = {};  // it stands in
  std::string quote = {};     // what it was read from; empty: not known
  std::size_t line = 0;       // of the document; 0: not known
  std::vector<FieldDifference> fields = {};
};

/// Compares what was found with what was expected, one after the other; where there are more of one than of the
/// other, those that agree are paired first. Only the fields that an expectation names are looked at. Differences
/// have no sentence and no line.
std::vector<RecordDifference> differences(const std::vector<Fields>& expected, const std::vector<Fields>& found);

/// The same for the records of one document, as read_jsonl() gives them, in the order of their places: only those that
/// begin at the same byte are held against each other. All fields are looked at but `doc`, `n` and `rules`.
std::vector<RecordDifference> differences_by_place(std::vector<Fields> expected, std::vector<Fields> found);

/// "year and bound differ", "1 expected, 2 found", "1 missing, 1 not expected"; empty if there is no difference.
std::string difference_summary(const std::vector<RecordDifference>& differences, std::size_t expected,
                               std::size_t found);

/// Differences for people: the sentence, the quote, and of each field the expected value right above the one that was
/// found. Lines begin with "expected" and "found" where they say so. Ends with a line break unless there is none.
void append_differences(std::string& out, const std::vector<RecordDifference>& differences);

}  // namespace mubiao
