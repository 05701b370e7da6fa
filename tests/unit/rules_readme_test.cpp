// rules/README.md teaches by files; here they are loaded as the set they are said to form, and their examples run.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "map_store.h"
#include "mubiao/check.h"
#include "mubiao/lint.h"
#include "mubiao/rule_files.h"

namespace mubiao {
namespace {

// Those behind ``` and this word, or words.
std::vector<RuleFile> blocks(const std::string& opening) {
  std::ifstream in(MUBIAO_SOURCE_DIR "/rules/README.md", std::ios::binary);
  std::vector<RuleFile> out;
  bool inside = false;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line == "```" + opening) {
      out.push_back({"README.md:" + std::to_string(number), ""});
      inside = true;
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      out.back().text += line + "\n";
    }
  }
  return out;
}

TEST(RulesReadme, BlocksFormASetWhoseExamplesHold) {
  const std::vector<RuleFile> files = blocks("toml");
  ASSERT_GE(files.size(), 5u);
  const Result<RuleSet> rules = RuleSet::load(files);
  if (!rules) {
    for (const Diagnostic& d : rules.error()) ADD_FAILURE() << to_text(d);
    return;
  }
  EXPECT_EQ(rules->name_and_version(), "readme@1.0.0");
  for (const Diagnostic& d : check_rules(files).findings) ADD_FAILURE() << to_text(d);
  std::size_t passed = 0;
  std::size_t todo = 0;
  for (const ExampleResult& result : run_examples(Extractor(*rules))) {
    EXPECT_FALSE(is_failure(result.status))
        << result.where.file << " " << result.rule << " " << result.index << ": " << result.message;
    if (result.status == ExampleStatus::kPass) ++passed;
    if (result.status == ExampleStatus::kTodo) ++todo;
  }
  EXPECT_GE(passed, 15u);
  EXPECT_EQ(todo, 1u);
}

// Nothing of what it changes in the built-in set breaks an example there.
TEST(RulesReadme, TheBlockThatBuildsOnTheBuiltInSetLoadsAndItsExamplesHold) {
  const std::vector<RuleFile> own = blocks("toml inheriting");
  ASSERT_EQ(own.size(), 1u);
  MapStore store({{"README.md", own[0].text}});
  const auto files = gather_rule_files({"README.md"}, store, RuleSet::embedded_files());
  ASSERT_TRUE(files);
  const LintResult checked = check_rules(*files);
  for (const Diagnostic& d : checked.findings) ADD_FAILURE() << to_text(d);
  ASSERT_TRUE(checked.rules);
  EXPECT_EQ(checked.rules->name_and_version(), "qinglan@1.0.0");
  std::size_t passed_here = 0;
  for (const ExampleResult& result : run_examples(Extractor(*checked.rules))) {
    EXPECT_FALSE(is_failure(result.status)) << result.rule << " " << result.index << ": " << result.message;
    if (result.status == ExampleStatus::kPass && result.where.file == "README.md") ++passed_here;
  }
  EXPECT_EQ(passed_here, 2u);
}

}  // namespace
}  // namespace mubiao
