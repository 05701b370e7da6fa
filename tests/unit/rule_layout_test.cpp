// The layout of rule files: what it changes, and that it never changes what a file says.

#include "mubiao/rule_layout.h"

#include <gtest/gtest.h>
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "rules/snapshot.h"
#include "rules/toml_guard.h"

namespace mubiao {
namespace {

namespace fs = std::filesystem;

std::string laid_out(const std::string& text) {
  const Result<std::string> out = lay_out({"test.toml", text});
  if (!out) return "refused: " + out.error().front().message;
  const Result<std::string> again = lay_out({"test.toml", *out});
  EXPECT_EQ(again ? *again : again.error().front().message, *out) << "is not laid out yet";
  return *out;
}

struct Row {
  const char* what;
  const char* text;
  const char* expected;
};

const Row kRows[] = {
    {"nothing", "", ""},
    {"only a comment", "\n\n# 注释  \n\n\n", "# 注释\n"},
    {"one space around =", "a=1\nb   =   'x'\t\n", "a = 1\nb = 'x'\n"},
    {"keys have their order; a comment above moves along, one behind stays beside",
     "[[rules]]\n"
     "pattern = 'x'\n"
     "# why so high\n"
     "priority = 70  # above all\n"
     "kind = 'name'\n"
     "id = 'a'\n",
     "[[rules]]\n"
     "id = 'a'\n"
     "kind = 'name'\n"
     "# why so high\n"
     "priority = 70  # above all\n"
     "pattern = 'x'\n"},
    {"unknown keys come last, in their order", "[[rules]]\nzz = 1\nid = 'a'\naa = 2\n",
     "[[rules]]\nid = 'a'\nzz = 1\naa = 2\n"},
    {"keys of other tables stay where they are", "[fragments]\nb = 'x'\na = 'y'\n", "[fragments]\nb = 'x'\na = 'y'\n"},
    {"the parts of a rule are indented, clauses before examples",
     "[[rules]]\n"
     "id = 'a'\n"
     "[[rules.examples]]\n"
     "expect = []\n"
     "text = 'x'\n"
     "[[ rules.unless ]]\n"
     "pattern = 'y'\n"
     "id = 'u'\n"
     "[[rules.examples]]\n"
     "text = 'z'\n",
     "[[rules]]\n"
     "id = 'a'\n"
     "  [[rules.unless]]\n"
     "  id = 'u'\n"
     "  pattern = 'y'\n"
     "  [[rules.examples]]\n"
     "  text = 'x'\n"
     "  expect = []\n"
     "  [[rules.examples]]\n"
     "  text = 'z'\n"},
    {"tables of tables stay with theirs",
     "[[rules]]\n[[rules.examples]]\ntext = '1'\n[[rules.examples.expect]]\nyear = 1\n[[rules.unless]]\nid = 'u'\n"
     "[[rules.examples]]\ntext = '2'\n",
     "[[rules]]\n  [[rules.unless]]\n  id = 'u'\n  [[rules.examples]]\n  text = '1'\n    [[rules.examples.expect]]\n"
     "    year = 1\n  [[rules.examples]]\n  text = '2'\n"},
    {"one blank line before a table, at most one elsewhere",
     "a = 1\n[[rules]]\n\nid = 'a'\n\n\nkind = 'name'\n[[rules]]\nid = 'b'\n\n\n\n  [[rules.unless]]\n  id = 'u'\n",
     "a = 1\n\n[[rules]]\nid = 'a'\n\nkind = 'name'\n\n[[rules]]\nid = 'b'\n\n  [[rules.unless]]\n  id = 'u'\n"},
    {"a table of a dimension stays right below it",
     "[dimensions.power]\ncanonical = 'MW'\n[dimensions.power.factors]\n'kW' = 1\n[dimensions.mass]\ncanonical = 't'\n",
     "[dimensions.power]\ncanonical = 'MW'\n[dimensions.power.factors]\n'kW' = 1\n\n[dimensions.mass]\ncanonical = "
     "'t'\n"},
    {"what the file begins with stays its begin", "#:schema rules.json\n# The set.\nversion = '1'\nformat = 1\n",
     "#:schema rules.json\n# The set.\nformat = 1\nversion = '1'\n"},
    {"a comment above a table is indented like it; one above a blank line stays at its margin",
     "[[rules]]\nid = 'a'\n# about the clause\n[[rules.unless]]\nid = 'u'\n  # about the clause before\n\n# ---- part "
     "two ----\n\n"
     "  # about b\n[[rules]]\nid = 'b'\n",
     "[[rules]]\nid = 'a'\n  # about the clause\n  [[rules.unless]]\n  id = 'u'\n  # about the clause before\n\n"
     "# ---- part two ----\n\n# about b\n[[rules]]\nid = 'b'\n"},
    {"comments behind values stand below each other in consecutive lines",
     "[fragments]\na = '一二三' # x\nabc = 'y'     # y\nd = 1\ne = 2      # z\n",
     "[fragments]\na = '一二三'  # x\nabc = 'y'     # y\nd = 1\ne = 2  # z\n"},
    {"brackets on one line", "a = [ 1,2 ,3, ]\nb = {x=1,y = { }, z=[ ] }\n",
     "a = [1, 2, 3]\nb = { x = 1, y = {}, z = [] }\n"},
    {"brackets on several lines keep their breaks",
     "words = ['a','b',\n\n\n   'c' # of c\n,\n# of d\n'd', 'e'\n\n# the end\n\n]\n",
     "words = [\n  'a', 'b',\n\n  'c',  # of c\n  # of d\n  'd', 'e',\n  # the end\n]\n"},
    {"commas that begin lines", "a = [ 1\n, 2 # two\n, 3 ]\n", "a = [\n  1,\n  2,  # two\n  3,\n]\n"},
    {"a comment behind the opening bracket", "a = [ # all\n1,]\n", "a = [  # all\n  1,\n]\n"},
    {"brackets in brackets", "a = [[1,\n2],[3]]\nb = { c = [\n'x' ] }\n",
     "a = [[\n  1,\n  2,\n], [3]]\nb = { c = [\n  'x',\n] }\n"},
    {"strings are never touched",
     "  a = '''\n  x  # no comment \n\t]'''   # comment\nb = \"\"\"\\\n   y\\\"\"\"\\\"\"\"\"\nc = 'it=\"s\" # [x]'\nd "
     "= \"a\\\"b\" # c\n",
     "a = '''\n  x  # no comment \n\t]'''  # comment\nb = \"\"\"\\\n   y\\\"\"\"\\\"\"\"\"\nc = 'it=\"s\" # [x]'\nd = "
     "\"a\\\"b\"  # c\n"},
    {"quotes before the closing ones belong to the string", "a = '''x''''' # c\nb = \"\"\"\"y\"\"\"\"\nc = ''''''\n",
     "a = '''x'''''  # c\nb = \"\"\"\"y\"\"\"\"\nc = ''''''\n"},
    {"keys with dots and quotes", "a . 'b.c' . \"d\"=1\n[ x.\"y.z\" ] # t\n",
     "a.'b.c'.\"d\" = 1\n\n[x.\"y.z\"]  # t\n"},
    {"dates, numbers and words", "a = 1979-05-27 07:32:00 # d\nb = +1_000.5e-3\nc = true\nd = [ 1979-05-27 , inf ]\n",
     "a = 1979-05-27 07:32:00  # d\nb = +1_000.5e-3\nc = true\nd = [1979-05-27, inf]\n"},
    {"line breaks of Windows and a byte order mark", "\xEF\xBB\xBF# c\r\na = 1\r\n\r\n\r\n[x]\r\nb = 'y' # z\r\n",
     "# c\na = 1\n\n[x]\nb = 'y'  # z\n"},
    {"no line break at the end", "a = 1 # x", "a = 1  # x\n"},
    {"what is no TOML", "[[rules]]\nid = \n", "refused: not valid TOML: key-value pair: expected value, saw '\\n'"},
};

TEST(RuleLayout, IsWhatTheTableSays) {
  for (const Row& row : kRows) EXPECT_EQ(laid_out(row.text), row.expected) << row.what;
}

// --- what a file says stays

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<fs::path> rule_files() {
  std::vector<fs::path> out;
  for (const char* folder : {"rules", "tests/diagnostics", "tests/fuzz/corpus/rules", "samples"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(MUBIAO_SOURCE_DIR) / folder)) {
      if (entry.path().extension() == ".toml") out.push_back(entry.path());
    }
  }
  return out;
}

std::optional<toml::table> parsed(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  toml::parse_result result = toml::parse(std::string_view(rules::hide_characters(text)));
  if (!result) return std::nullopt;
  return std::move(result).table();
}

std::size_t comments(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '#'));
}

TEST(RuleLayout, SaysTheSameAndLosesNoComment) {
  int files = 0;
  for (const fs::path& path : rule_files()) {
    const std::string text = read(path);
    const Result<std::string> out = lay_out({path.filename().string(), text});
    if (!out) continue;  // no TOML, or too large
    ++files;
    EXPECT_EQ(lay_out({"again", *out}).value(), *out) << path;
    EXPECT_EQ(comments(*out), comments(text)) << path;
    const std::optional<toml::table> before = parsed(text);
    const std::optional<toml::table> after = parsed(*out);
    ASSERT_TRUE(before && after) << path;
    EXPECT_TRUE(*before == *after) << path;
  }
  EXPECT_GT(files, 40);
}

TEST(RuleLayout, TheDefaultRulesStayTheSameSet) {
  std::vector<RuleFile> files = RuleSet::embedded_files();
  ASSERT_FALSE(files.empty());
  const std::string before = write_snapshot(RuleSet::load(files).value());
  for (RuleFile& file : files) file.text = lay_out(file).value();
  EXPECT_EQ(write_snapshot(RuleSet::load(files).value()), before);
}

TEST(RuleLayout, DoesNotDependOnHowItWasWritten) {
  const std::string text =
      "[[rules]]\nid = 'a'\nkind = 'name'\nset = { why = 'x', other = [1, 2] }\npattern = [\n  'x',\n  'y',\n]\n"
      "  [[rules.examples]]\n  text = 'z'\n  expect = [{ a = 1 }, {}]\n";
  EXPECT_EQ(laid_out(text), text);
  const char* kSpread =
      "\t[[ rules ]]  \n\tkind='name'\n\nid\t=\t'a'\n\n\n pattern=[\n'x'\n,\n'y']\n  set={why='x',other=[1,2,]}\n"
      "[[rules . examples]]\nexpect=[{a=1},{}]\ntext='z'";
  EXPECT_EQ(
      laid_out(kSpread),
      "[[rules]]\nid = 'a'\nkind = 'name'\nset = { why = 'x', other = [1, 2] }\n\npattern = [\n  'x',\n  'y',\n]\n"
      "  [[rules.examples]]\n  text = 'z'\n  expect = [{ a = 1 }, {}]\n");
}

}  // namespace
}  // namespace mubiao
