// Sections and departments against the annotations of real documents, where they are present: the environment
// variable MUBIAO_SHARED, or the folder ../shared beside the project, says where. Skipped when they are absent.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "mubiao/outline.h"
#include "rule_set_for_tests.h"

namespace mubiao {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kComparedCharacters = 12;  // of a title: the annotations cut long ones

fs::path shared_folder() {
  if (const char* named = std::getenv("MUBIAO_SHARED")) return named;
  return fs::path(MUBIAO_SOURCE_DIR).parent_path() / "shared";
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Folded, without spaces and punctuation, and without a leading word that only names the jurisdiction.
std::string compared(std::string_view title) {
  std::string text = fold_characters(title);
  for (const char* sign :
       {" ", "\t", ",", "，", "。", "、", ";", ":", "(", ")", "“", "”", "\"", "'", "‘", "’", "《", "》"})
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.erase(at, std::string_view(sign).size());
  for (bool again = true; again;) {
    again = false;
    for (std::string_view word :
         {"全市", "全区", "全县", "全省", "全国", "我市", "我区", "我省", "我国", "本市", "本省"})
      if (text.starts_with(word)) {
        text.erase(0, word.size());
        again = true;
      }
  }
  return text;
}

std::string first_characters(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] & 0xC0) != 0x80 && count++ == kComparedCharacters) return text.substr(0, i);
  return text;
}

std::vector<std::string> strings(const rapidjson::Value& record, const char* field) {
  std::vector<std::string> all;
  const auto found = record.FindMember(field);
  if (found == record.MemberEnd() || !found->value.IsArray()) return all;
  for (const auto& item : found->value.GetArray()) all.emplace_back(item.GetString(), item.GetStringLength());
  return all;
}

std::vector<std::string> titles(const std::vector<std::string>& path) {
  std::vector<std::string> all;
  for (const std::string& title : path) all.push_back(first_characters(compared(title)));
  return all;
}

std::multiset<std::string> names(const std::vector<std::string>& departments) {
  std::multiset<std::string> all;
  for (const std::string& name : departments) all.insert(compared(name));
  return all;
}

// Byte offset of every code point.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] & 0xC0) != 0x80) offsets.push_back(i);
  return offsets;
}

struct Score {
  int records = 0;
  int sections = 0;
  int departments = 0;
};

const Paragraph* paragraph_at(const Outline& outline, const NormalizedText& text, std::size_t offset) {
  for (const Paragraph& paragraph : outline.paragraphs) {
    const Span span = text.to_document(paragraph.span);
    if (span.begin <= offset && offset < span.end) return &paragraph;
  }
  return nullptr;
}

void score_document(const fs::path& document_path, const fs::path& gold_path, Score& score) {
  const Result<Document> document = decode(document_path.filename().string(), read_file(document_path));
  ASSERT_TRUE(document) << document_path;
  const NormalizedText text = normalize(*document, opens_block(default_rules()));
  const Outline found = outline(text, default_rules());
  const std::vector<std::size_t> offsets = code_points(document->text());
  std::ifstream gold(gold_path);
  for (std::string line; std::getline(gold, line);) {
    rapidjson::Document record;
    record.Parse(line.c_str());
    ASSERT_FALSE(record.HasParseError()) << gold_path;
    if (!record.HasMember("section")) continue;  // context records have none
    ++score.records;
    const Paragraph* paragraph = paragraph_at(found, text, offsets.at(record["start"].GetUint()));
    if (paragraph == nullptr || paragraph->boilerplate) {
      ADD_FAILURE() << gold_path.filename() << ": lost " << record["quote"].GetString();
      continue;
    }
    score.sections += titles(strings(record, "section")) == titles(found.path(paragraph->section));
    score.departments += names(strings(record, "responsible")) == names(found.departments_of(*paragraph));
  }
}

Score score_folder(const fs::path& gold_folder) {
  Score score;
  const fs::path corpus = shared_folder() / "corpus";
  for (const auto& gold : fs::directory_iterator(gold_folder)) {
    const std::string name = gold.path().filename().string();
    constexpr std::string_view kSuffix = ".gold.jsonl";
    if (!name.ends_with(kSuffix)) continue;
    const std::string text = name.substr(0, name.size() - kSuffix.size()) + ".txt";
    for (const char* folder : {"seeds", "dev", "tables"})
      if (fs::exists(corpus / folder / text)) score_document(corpus / folder / text, gold.path(), score);
  }
  return score;
}

void expect_scores(const char* folder, double least) {
  const fs::path gold = shared_folder() / folder;
  if (!fs::is_directory(gold)) GTEST_SKIP() << gold << " is not there";
  const Score score = score_folder(gold);
  std::printf("%s: %d records, %d sections and %d lists of departments right\n", folder, score.records, score.sections,
              score.departments);
  ASSERT_GT(score.records, 100);
  EXPECT_GE(score.sections, least * score.records);
  EXPECT_GE(score.departments, least * score.records);
}

TEST(OutlineCorpus, PlansAndReports) { expect_scores("gold", 0.97); }
TEST(OutlineCorpus, PlansWithTables) { expect_scores("gold/tables", 0.97); }

}  // namespace
}  // namespace mubiao
