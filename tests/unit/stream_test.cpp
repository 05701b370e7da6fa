// Records handed over while a document is read: the same ones, in order, and no more than are wanted.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mubiao/extract.h"
#include "mubiao/normalize.h"
#include "text_helpers.h"

namespace mubiao {
namespace {

constexpr const char* kPlan =
    "江海市碳达峰实施方案\n"
    "一、总体要求\n"
    "到2025年,非化石能源消费比重达到20%左右,单位能耗比2020年下降13.5%。\n"
    "二、重点任务\n"
    "(一)能源转型。到2025年,风电、光伏装机分别达到100万千瓦、200万千瓦;到2030年,装机达到500万千瓦以上"
    "(其中海上风电150万千瓦)。2030年前实现碳达峰。\n"
    "建成充电站30座。完成市下达的节能目标。\n";

const Extractor& extractor() {
  static const Extractor instance(RuleSet::embedded());
  return instance;
}

class Recorder : public RecordSink {
 public:
  void begin(const Metadata& metadata) override {
    ++begun;
    title = metadata.title.value_or("");
    EXPECT_TRUE(records.empty());
  }
  bool take(Record&& record) override {
    records.push_back(std::move(record));
    return records.size() < most_records;
  }
  bool goes_on() override { return asked++ < most_asked; }

  std::size_t most_records = 1000;
  std::size_t most_asked = 1000;
  std::size_t asked = 0;
  int begun = 0;
  std::string title;
  std::vector<Record> records;
};

std::string text_of(const Record& record) {
  std::string out;
  for (const std::string& field : record_fields()) out += field + "=" + field_text(record, field).value_or("-") + ";";
  return out;
}

void expect_first_of_all(const std::vector<Record>& some, const std::vector<Record>& all) {
  ASSERT_LE(some.size(), all.size());
  for (std::size_t i = 0; i < some.size(); ++i) EXPECT_EQ(text_of(some[i]), text_of(all[i]));
}

TEST(Stream, GivesWhatIsCollected) {
  const Document document = testing::document_of(kPlan);
  const Extraction all = extractor().extract(document);
  ASSERT_GT(all.records.size(), 6u);
  for (std::size_t i = 0; i < all.records.size(); ++i) {
    EXPECT_EQ(all.records[i].n, static_cast<int>(i + 1));
    if (i > 0) {
      EXPECT_LE(all.records[i - 1].bytes.begin, all.records[i].bytes.begin);
    }
  }
  Recorder recorder;
  EXPECT_TRUE(extractor().extract(document, kAllKinds, recorder).empty());
  EXPECT_EQ(recorder.begun, 1);
  EXPECT_EQ(recorder.title, "江海市碳达峰实施方案");
  EXPECT_EQ(recorder.records.size(), all.records.size());
  expect_first_of_all(recorder.records, all.records);
  const Extraction explained = extractor().explain(document);
  EXPECT_EQ(explained.records.size(), all.records.size());
  expect_first_of_all(explained.records, all.records);
  for (std::size_t i = 1; i < explained.accounts.size(); ++i)
    EXPECT_LE(explained.accounts[i - 1].bytes.begin, explained.accounts[i].bytes.begin);
}

// Numbers count the records of all kinds, whatever is wanted.
TEST(Stream, NumbersWhatIsLeftOut) {
  const Document document = testing::document_of(kPlan);
  const Extraction all = extractor().extract(document);
  Kinds targets{};
  targets[static_cast<std::size_t>(Kind::kTarget)] = true;
  Recorder recorder;
  extractor().extract(document, targets, recorder);
  ASSERT_FALSE(recorder.records.empty());
  EXPECT_LT(recorder.records.size(), all.records.size());
  for (const Record& record : recorder.records)
    EXPECT_EQ(text_of(record), text_of(all.records[static_cast<std::size_t>(record.n - 1)]));
}

TEST(Stream, EndsWhenNoMoreAreWanted) {
  const Document document = testing::document_of(kPlan);
  const Extraction all = extractor().extract(document);
  for (std::size_t most = 1; most < all.records.size(); ++most) {
    Recorder recorder;
    recorder.most_records = most;
    extractor().extract(document, kAllKinds, recorder);
    EXPECT_EQ(recorder.records.size(), most);
    expect_first_of_all(recorder.records, all.records);
  }
}

TEST(Stream, AsksBetweenPassesAndParagraphs) {
  const Document document = testing::document_of(kPlan);
  const Extraction all = extractor().extract(document);
  Recorder whole;
  extractor().extract(document, kAllKinds, whole);
  ASSERT_GE(whole.asked, 8u);
  std::size_t before = 0;
  for (std::size_t most = 0; most < whole.asked; ++most) {
    Recorder recorder;
    recorder.most_asked = most;
    extractor().extract(document, kAllKinds, recorder);
    EXPECT_EQ(recorder.asked, recorder.begun != 0 ? most + 1 : recorder.asked) << "goes on where it should not";
    EXPECT_TRUE(recorder.begun != 0 || recorder.records.empty());
    EXPECT_GE(recorder.records.size(), before);
    before = recorder.records.size();
    expect_first_of_all(recorder.records, all.records);
  }
}

}  // namespace
}  // namespace mubiao
