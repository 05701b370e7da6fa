// tests/diagnostics/NAME.toml, a rule file with the mistake its name says, and NAME.expected, what its author is told.
// Beside it may stand NAME.base, the file as it was before. One may extend another. UPDATE_GOLDEN=1 rewrites the
// expected files.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "map_store.h"
#include "mubiao/check.h"
#include "mubiao/lint.h"
#include "mubiao/rule_files.h"

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

// The file of this name, and what it extends.
std::vector<RuleFile> gather(const std::string& file) {
  std::map<std::string, std::string> all;
  for (const std::string& name : names(".toml")) all.emplace(name + ".toml", read(folder() / (name + ".toml")));
  MapStore store(std::move(all));
  const Result<std::vector<RuleFile>> files = gather_rule_files({file}, store, {});
  EXPECT_TRUE(files) << file;
  return files ? *files : std::vector<RuleFile>();
}

std::vector<Diagnostic> findings(const std::string& name) {
  const std::string file = name + ".toml";
  LintOptions options;
  if (fs::exists(folder() / (name + ".base"))) {
    options.base = {{file, read(folder() / (name + ".base"))}};
    options.base_name = "main";
  }
  const std::vector<RuleFile> files = gather(file);
  // Mistakes of examples are shown in files that have some.
  if (files[0].text.find("[[rules.examples]]") != std::string::npos)
    options.more = [&](const RuleSet& rules) { return lint_examples(Extractor(rules), files); };
  return check_rules(files, options).findings;
}

std::string messages(const std::string& name) {
  std::string out;
  for (const Diagnostic& diagnostic : findings(name)) out += to_text(diagnostic);
  return out.empty() ? "no problem was found\n" : out;
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

// What loading says, checking says in the same words.
TEST(Diagnostics, OfLoadingAreAmongThoseOfChecking) {
  std::size_t seen = 0;
  for (const std::string& name : names(".toml")) {
    const Result<RuleSet> rules = RuleSet::load(gather(name + ".toml"));
    if (rules) continue;
    const std::string checked = messages(name);
    for (const Diagnostic& diagnostic : rules.error()) {
      EXPECT_NE(checked.find(to_text(diagnostic)), std::string::npos) << name << ": " << to_text(diagnostic);
      ++seen;
    }
  }
  EXPECT_GT(seen, 30u);
}

}  // namespace
}  // namespace mubiao
