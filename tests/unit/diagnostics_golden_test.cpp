// tests/diagnostics/NAME.toml, a rule file with the mistake its name says, and NAME.expected, what the loader
// tells its author. UPDATE_GOLDEN=1 rewrites the expected files.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "mubiao/rule.h"

namespace mubiao {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(MUBIAO_SOURCE_DIR) / "tests" / "diagnostics"; }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::set<std::string> names(std::string_view extension) {
  std::set<std::string> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder())) {
    if (entry.path().extension() == extension) out.insert(entry.path().stem().string());
  }
  return out;
}

std::string messages(const std::string& name) {
  const Result<RuleSet> rules = RuleSet::load({{name + ".toml", read(folder() / (name + ".toml"))}});
  if (rules) return "no problem was found\n";
  std::string out;
  for (const Diagnostic& diagnostic : rules.error()) out += to_text(diagnostic);
  return out;
}

TEST(Diagnostics, AreWhatTheAuthorWasPromised) {
  const std::set<std::string> mistakes = names(".toml");
  ASSERT_FALSE(mistakes.empty());
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (const std::string& name : mistakes) {
    const std::string actual = messages(name);
    EXPECT_NE(actual, "no problem was found\n") << name;
    if (update) std::ofstream(folder() / (name + ".expected"), std::ios::binary) << actual;
    EXPECT_EQ(actual, read(folder() / (name + ".expected"))) << name;
  }
  EXPECT_EQ(names(".expected"), mistakes);
}

}  // namespace
}  // namespace mubiao
