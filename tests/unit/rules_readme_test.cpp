// rules/README.md teaches by files; here they are loaded as the set they are said to form, and their examples run.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "mubiao/check.h"
#include "mubiao/lint.h"

namespace mubiao {
namespace {

std::vector<RuleFile> toml_blocks() {
  std::ifstream in(MUBIAO_SOURCE_DIR "/rules/README.md", std::ios::binary);
  std::vector<RuleFile> out;
  bool inside = false;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line == "```toml") {
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
  const std::vector<RuleFile> files = toml_blocks();
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

}  // namespace
}  // namespace mubiao
