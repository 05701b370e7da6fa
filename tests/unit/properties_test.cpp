// What holds of any document: places lead back to the bytes, formats and ways to write the file change nothing, and
// no number is lost. Tried on the samples and on documents put together at random.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "documents_for_tests.h"
#include "extract_helpers.h"
#include "mubiao/output.h"
#include "mubiao/outline.h"
#include "mubiao/quantity.h"
#include "output_readers.h"

namespace mubiao::testing {
namespace {

// Every sample, and generated documents in UTF-8 and GB18030.
std::vector<SourceFile> all_files() {
  std::vector<SourceFile> out = sample_files();
  EXPECT_GE(out.size(), 8u);
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const std::string text = DocumentMaker(seed).document();
    out.push_back({"generated " + std::to_string(seed), text});
    out.push_back({"generated " + std::to_string(seed) + " in GB18030", to_gb18030(text)});
  }
  return out;
}

Document read(const SourceFile& file) {
  const bool gb = file.name.find("GB18030") != std::string::npos;
  return read_document(file.bytes, gb ? std::optional(Encoding::kGb18030) : std::nullopt);
}

// Line and column of the end of `text`, counted one character at a time.
Position count(std::string_view text) {
  Position at;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
    const bool ends_line = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends_line) at = {at.line + 1, 1};
    else ++at.column;
  }
  return at;
}

std::vector<Row> rows_of(const std::vector<Record>& records) {
  std::vector<Row> out;
  for (const Record& record : records) {
    out.push_back({"test.txt"});
    for (const std::string& field : record_fields()) out.back().push_back(field_text(record, field));
    out.back().push_back("r");
  }
  return out;
}

TEST(Properties, QuotesAreTheBytesTheyNameAndRecordsAscend) {
  std::size_t targets = 0;
  for (const SourceFile& file : all_files()) {
    const Document document = read(file);
    const Extraction extraction = default_extractor().extract(document);
    std::size_t begin = 0;
    int n = 0;
    for (const Record& record : extraction.records) {
      ASSERT_EQ(record.n, ++n) << file.name;
      ASSERT_GE(record.bytes.begin, begin) << file.name;
      ASSERT_LT(record.bytes.begin, record.bytes.end) << file.name;
      ASSERT_LE(record.bytes.end, file.bytes.size()) << file.name;
      begin = record.bytes.begin;
      // Cut from the file and decoded by itself: broken characters would show.
      const auto alone = decode("", slice(file.bytes, record.bytes), document.encoding());
      ASSERT_TRUE(alone) << file.name << ": " << record.quote;
      EXPECT_EQ(alone->text(), record.quote) << file.name;
      for (const Diagnostic& warning : alone->warnings()) EXPECT_NE(warning.code, "W-BYTES") << file.name << ": " << record.quote;
      const auto before = decode("", slice(file.bytes, {0, begin}), document.encoding());
      const Position place = begin == 0 || !before ? Position{} : count(before->text());
      EXPECT_EQ(record.line, place.line) << file.name << ": " << record.quote;
      EXPECT_EQ(record.column, place.column) << file.name << ": " << record.quote;
      EXPECT_EQ(std::string(" \n\t\r").find(record.quote.front()), std::string::npos) << file.name << ": " << record.quote;
      EXPECT_NE(record.sentence, "") << file.name;
      EXPECT_NE(record.rule, "") << file.name << ": " << record.quote;
      targets += record.kind == Kind::kTarget;
    }
  }
  EXPECT_GT(targets, 1000u) << "there must be something to check";
}

// CSV has one way to write nothing: the unit "" of a bare number is as empty as no unit.
std::vector<Row> with_empty_as_null(std::vector<Row> rows) {
  for (Row& row : rows) {
    for (auto& field : row) {
      if (field == "") field.reset();
    }
  }
  return rows;
}

TEST(Properties, AllFormatsHoldTheSameRecords) {
  for (const SourceFile& file : all_files()) {
    const Document document = read(file);
    const Extraction extraction = default_extractor().extract(document);
    const std::vector<Row> expected = rows_of(extraction.records);
    std::string json, jsonl, csv;
    append_json(json, document, extraction, {.version = "0", .rules = "r"});
    append_jsonl(jsonl, document, extraction, {.version = "0", .rules = "r"});
    append_csv(csv, document, extraction, {.version = "0", .rules = "r"});
    EXPECT_EQ(read_json(json), expected) << file.name;
    EXPECT_EQ(read_jsonl(jsonl), expected) << file.name;
    EXPECT_EQ(read_csv(csv), with_empty_as_null(expected)) << file.name;
  }
}

TEST(Properties, ExplainGivesTheSameRecords) {
  for (const SourceFile& file : all_files()) {
    const Document document = read(file);
    const Extraction plain = default_extractor().extract(document);
    const Extraction explained = default_extractor().explain(document);
    EXPECT_EQ(rows_of(explained.records), rows_of(plain.records)) << file.name;
    EXPECT_TRUE(plain.accounts.empty());
    for (const Record& record : plain.records) EXPECT_TRUE(record.provenance.empty());
    for (const Account& account : explained.accounts) {
      EXPECT_LT(account.bytes.begin, account.bytes.end) << file.name;
      EXPECT_LE(account.bytes.end, file.bytes.size()) << file.name;
      EXPECT_NE(account.verdict, "") << file.name;
      const auto alone = decode("", slice(file.bytes, account.bytes), document.encoding());
      ASSERT_TRUE(alone) << file.name << ": " << account.text;
      EXPECT_EQ(alone->text(), account.text) << file.name;
    }
  }
}

// The same document with other line ends: all fields but the offsets, and line ends inside quotes.
std::vector<Row> without_offsets(const std::vector<Record>& records) {
  std::vector<Row> rows = rows_of(records);
  for (Row& row : rows) {
    for (std::size_t i = 0; i < record_fields().size(); ++i) {
      const std::string& field = record_fields()[i];
      if (field == "start" || field == "end") row[i + 1].reset();
      if (field == "quote") std::erase(*row[i + 1], '\r');
    }
  }
  return rows;
}

TEST(Properties, LineEndsChangeNothingButOffsets) {
  for (const SourceFile& file : all_files()) {
    if (file.name.find("GB18030") != std::string::npos || file.bytes.find('\r') != std::string::npos) continue;
    std::string crlf;
    for (const char c : file.bytes) {
      if (c == '\n') crlf += '\r';
      crlf += c;
    }
    const auto lf_rows = without_offsets(default_extractor().extract(read(file)).records);
    EXPECT_EQ(without_offsets(default_extractor().extract(read({file.name, crlf})).records), lf_rows) << file.name;
  }
}

TEST(Properties, EncodingsChangeNothingButOffsets) {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const std::string text = DocumentMaker(seed).document();
    const auto expected = without_offsets(records_of(text));
    const Document gb = read_document(to_gb18030(text), Encoding::kGb18030);
    EXPECT_EQ(gb.text(), text);
    EXPECT_EQ(without_offsets(default_extractor().extract(gb).records), expected) << "seed " << seed;
  }
}

// --- no number is lost

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Digits that are no number by what they are joined to: 5G, PM2.5, km2, 3.14.15, 1+3, addresses.
bool joined(std::string_view text, Span run) {
  constexpr std::string_view kJoints = ".+:/-?=_&%#,~";
  const auto reaches_letter = [&](std::size_t i, int step) {
    for (; i < text.size(); i += static_cast<std::size_t>(step)) {
      if (is_letter(text[i]) || text[i] == '+') return true;
      if (!is_digit(text[i]) && kJoints.find(text[i]) == std::string_view::npos) return false;
    }
    return false;
  };
  const auto dotted = [&] {
    std::size_t begin = run.begin, end = run.end, dots = 0;
    while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    for (std::size_t i = begin; i < end; ++i) dots += text[i] == '.';
    return dots > 1;
  };
  return reaches_letter(run.begin - 1, -1) || reaches_letter(run.end, 1) || dotted();
}

TEST(Properties, NoNumberIsLost) {
  const OpensBlock opens = opens_block(default_rules());
  const Outliner outliner(default_rules());
  std::size_t checked = 0;
  for (const SourceFile& file : all_files()) {
    const Document document = read(file);
    const NormalizedText text = normalize(document, opens);
    const Outline outline = outliner.outline(text);
    const Extraction explained = default_extractor().explain(document);
    for (const Paragraph& paragraph : outline.paragraphs) {
      if (paragraph.boilerplate) continue;
      for (std::size_t i = paragraph.span.begin; i < paragraph.span.end; ++i) {
        if (!is_digit(text.text[i])) continue;
        const std::size_t begin = i;
        while (i < paragraph.span.end && is_digit(text.text[i])) ++i;
        const Span run{begin, i};
        const bool department = std::any_of(outline.departments.begin(), outline.departments.end(),
                                            [&](const DepartmentList& list) { return list.span.contains(run); });
        if (department || joined(text.text, run)) continue;
        const Span bytes = document.to_bytes(text.to_document(run));
        const bool accounted = std::any_of(explained.accounts.begin(), explained.accounts.end(),
                                           [&](const Account& a) { return a.bytes.contains(bytes); });
        EXPECT_TRUE(accounted) << file.name << ": " << slice(text.text, run) << " in "
                               << slice(text.text, paragraph.span);
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 3000u);
}

// --- units

TEST(Properties, ValueTimesFactorGoesThereAndBack) {
  const UnitTable& units = default_rules().units();
  std::size_t surfaces = 0;
  for (const Dimension& dimension : units.dimensions()) {
    for (const UnitSurface& surface : dimension.surfaces) {
      const std::optional<Unit> unit = units.find(surface.surface);
      ASSERT_TRUE(unit) << surface.surface;
      for (const char* value : {"15", "0.07", "123456789.125"}) {
        const Number number = *Number::parse(value);
        const Quantity given{number, std::nullopt, unit, false};
        const Quantity canonical = in_canonical_unit(given);
        EXPECT_EQ(canonical.value, number * surface.factor) << surface.surface;
        ASSERT_TRUE(canonical.unit) << surface.surface;
        EXPECT_EQ(canonical.unit->symbol, dimension.counter ? surface.surface : dimension.canonical);
        const auto back = convert(canonical, *unit);
        ASSERT_TRUE(back) << surface.surface;
        EXPECT_EQ(back->value, number) << surface.surface;
      }
      ++surfaces;
    }
  }
  EXPECT_GT(surfaces, 200u);
}

}  // namespace
}  // namespace mubiao::testing
