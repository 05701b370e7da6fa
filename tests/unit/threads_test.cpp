// One extractor, several threads: what is compiled on first use is compiled while others look, and no thread sees the
// documents of another. With the thread sanitizer (preset tsan) this is where a race shows.

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "documents_for_tests.h"
#include "mubiao/extract.h"
#include "mubiao/output.h"

namespace mubiao {
namespace {

constexpr std::size_t kThreads = 8;

std::vector<testing::SourceFile> documents() {
  std::vector<testing::SourceFile> all = testing::sample_files();
  testing::DocumentMaker maker(4);
  for (int i = 0; i < 60; ++i) all.push_back({std::to_string(i), maker.document()});
  return all;
}

std::string result_of(const Extractor& extractor, const testing::SourceFile& file) {
  const Result<Document> document = decode(file.name, file.bytes);
  std::string out;
  if (document) append_json(out, *document, extractor.extract(*document), {});
  return out;
}

void expect_the_same_on_threads(const RuleSet& rules) {
  const std::vector<testing::SourceFile> files = documents();
  ASSERT_GE(files.size(), 60u + 5u);
  const Extractor alone{rules};
  std::vector<std::string> expected;
  for (const testing::SourceFile& file : files) expected.push_back(result_of(alone, file));

  const Extractor shared{rules};  // nothing of it is compiled yet
  std::latch start(kThreads);
  std::atomic<std::size_t> compared = 0;
  const auto work = [&](std::size_t offset) {
    start.arrive_and_wait();
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::size_t at = (i + offset) % files.size();
      EXPECT_EQ(result_of(shared, files[at]), expected[at]) << files[at].name;
      ++compared;
    }
  };
  std::vector<std::thread> threads;
  // Two threads each begin with the same document.
  for (std::size_t i = 0; i < kThreads; ++i) threads.emplace_back(work, i / 2);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(compared, kThreads * files.size());
}

TEST(Threads, EmbeddedRules) { expect_the_same_on_threads(RuleSet::embedded()); }

TEST(Threads, RulesFromFiles) {
  const Result<RuleSet> rules = RuleSet::load(RuleSet::embedded_files());
  ASSERT_TRUE(rules);
  expect_the_same_on_threads(*rules);
}

}  // namespace
}  // namespace mubiao
