// What the program reads and where it writes: patterns, paths of results, clashes, lists of paths, lines.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/clashes.h"
#include "cli/glob.h"
#include "cli/job_source.h"
#include "cli/line_reader.h"
#include "cli/path_list.h"

namespace mubiao::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(Glob, MatchesNamesOrPaths) {
  struct Case {
    std::string pattern, path;
    bool matches;
  };
  const Case cases[] = {
      {"*.txt", "a.txt", true},
      {"*.txt", "d/e/a.txt", true},
      {"*.txt", "a.txt.gz", false},
      {"a*", "b/a", true},
      {"a*", "a/b", false},
      {"a/", "a", true},
      {"a/", "b/a", true},
      {"d/*.txt", "d/a.txt", true},
      {"d/*.txt", "c/d/a.txt", false},
      {"d/*.txt", "d/e/a.txt", false},
      {"/a.txt", "a.txt", true},
      {"/a.txt", "d/a.txt", false},
      {"**/a.txt", "a.txt", true},
      {"**/a.txt", "d/e/a.txt", true},
      {"d/**", "d/e/a.txt", true},
      {"d/**", "d", true},
      {"d/**", "e/d/a", false},
      {"d/**/a", "d/a", true},
      {"d/**/a", "d/x/y/a", true},
      {"d/**/a", "d/x/y/b", false},
      {"**/d/**", "x/d/y", true},
      {"?.txt", "a.txt", true},
      {"???.txt", "一.txt", true},
      {"[a-c].txt", "b.txt", true},
      {"[!a-c].txt", "b.txt", false},
      {"\\*.txt", "*.txt", true},
      {"\\*.txt", "a.txt", false},
      {"*", "\xFF\n", true},
      {"", "a", false},
      {"/", "a", false},
      {"一*", "规划/一二.txt", true},
      {"*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaa", false},
  };
  for (const Case& each : cases)
    EXPECT_EQ(glob_matches(each.pattern, each.path), each.matches) << each.pattern << " " << each.path;
  std::string deep;
  std::string stars;
  for (int i = 0; i < 300; ++i) deep += "a/", stars += "**/a/";
  EXPECT_FALSE(glob_matches(stars + "b", deep + "c"));  // in time
}

TEST(ResultPath, StaysInTheDirectory) {
  struct Case {
    std::string_view kept;
    std::optional<std::string> path;
  };
  const Case cases[] = {
      {"a.txt", "a.json"},
      {"a/b.txt", "a/b.json"},
      {"-", "stdin.json"},
      {"a", "a.json"},
      {"a.b.txt", "a.b.json"},
      {".txt", ".txt.json"},
      {"./a//b.txt", "a/b.json"},
      {"a/../b.txt", "b.json"},
      {"/etc/x.txt", "etc/x.json"},
      {"/../../x.txt", "x.json"},
      {"../x.txt", std::nullopt},
      {"a/../../x.txt", std::nullopt},
      {"..", std::nullopt},
      {".", std::nullopt},
      {"", std::nullopt},
      {"/", std::nullopt},
      {"a\n\xFF.txt", "a\n\xFF.json"},
      {"a/", "a.json"},
      {"a.b/c", "a.b/c.json"},
      {"a/.txt", "a/.txt.json"},
      {"a.", "a.json"},
      {"..a/b..txt", "..a/b..json"},
      {"a./b.txt", "a./b.json"},
      {"...", "...json"},
  };
  for (const Case& each : cases) EXPECT_EQ(result_path(each.kept, "json"), each.path) << each.kept;
}

std::vector<std::pair<std::size_t, std::size_t>> clashes(const std::vector<std::string>& names) {
  return find_clashes(names.size(), [&](std::size_t i) { return names[i]; });
}

TEST(Clashes, AreTwoOfAPathAndFilesForDirectories) {
  EXPECT_THAT(clashes({}), IsEmpty());
  EXPECT_THAT(clashes({"a", "b", "a/b2", "A", "ab"}), ElementsAre(Pair(0, 2)));
  EXPECT_THAT(clashes({"x/a", "b", "x/a"}), ElementsAre(Pair(0, 2)));
  EXPECT_THAT(clashes({"b", "b", "a", "b", "a"}), ElementsAre(Pair(0, 1), Pair(1, 3), Pair(2, 4)));
  EXPECT_THAT(clashes({"d/e/f", "d/e", "d/ef"}), ElementsAre(Pair(0, 1)));
  std::vector<std::string> many;
  for (int i = 0; i < 20000; ++i) many.push_back("d" + std::to_string(i % 100) + "/" + std::to_string(i));
  EXPECT_THAT(clashes(many), IsEmpty());
  many.push_back(many[123]);
  EXPECT_THAT(clashes(many), ElementsAre(Pair(123, 20000)));
}

TEST(PathList, KeepsPathsOfAnyLength) {
  PathList list;
  EXPECT_TRUE(list.empty());
  std::vector<std::string> paths = {"b/a", "", std::string(1000000, 'x'), "\xFF\n"};
  for (int i = 0; i < 50000; ++i) paths.push_back("p" + std::to_string(i * 7919 % 50000));
  for (std::size_t i = 0; i < paths.size(); ++i) list.add(paths[i], i == 0 ? 2 : 0);
  ASSERT_EQ(list.size(), paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) ASSERT_EQ(list.path(i), paths[i]);
  EXPECT_EQ(list.kept(0), "a");
  EXPECT_EQ(list.kept(3), "\xFF\n");
  list.sort();
  std::sort(paths.begin(), paths.end());
  for (std::size_t i = 0; i < paths.size(); ++i) ASSERT_EQ(list.path(i), paths[i]);
  EXPECT_EQ(list.kept(1), "a");  // the tag moves along
}

class Lines : public ::testing::Test {
 protected:
  /// The lines of a file with this text; "<too long>" for those that are.
  std::vector<std::string> lines_of(const std::string& text, std::size_t max_bytes = 1000, char end = '\n') {
    const std::string path = (std::filesystem::path(::testing::TempDir()) / "mubiao_lines_test").string();
    std::ofstream(path, std::ios::binary) << text;
    LineReader reader(path, end, max_bytes);
    std::vector<std::string> out;
    std::string line;
    for (;;) {
      const LineReader::Got got = reader.next(line);
      if (got == LineReader::Got::kEnd) break;
      EXPECT_NE(got, LineReader::Got::kFailed);
      out.push_back(got == LineReader::Got::kLine ? line : "<too long>");
      EXPECT_EQ(reader.line_number(), out.size());
    }
    std::filesystem::remove(path);
    return out;
  }
};

TEST_F(Lines, EndAtTheirEndOrThatOfTheFile) {
  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of("\n"), ElementsAre(""));
  EXPECT_THAT(lines_of("a\n\nb"), ElementsAre("a", "", "b"));
  EXPECT_THAT(lines_of("a\r\nb\n"), ElementsAre("a\r", "b"));
  EXPECT_THAT(lines_of(std::string("a\nb\0c\0", 6), 1000, '\0'), ElementsAre("a\nb", "c"));
}

TEST_F(Lines, LongOnesAreKeptUpToALimit) {
  const std::size_t large = 700000;  // more than is read at once
  const std::string line(large, 'x');
  EXPECT_THAT(lines_of("a\n" + line + "\nb\n", large), ElementsAre("a", line, "b"));
  EXPECT_THAT(lines_of("a\n" + line + "\nb\n", large - 1), ElementsAre("a", "<too long>", "b"));
  EXPECT_THAT(lines_of("a\n" + line, 10), ElementsAre("a", "<too long>"));
  EXPECT_THAT(lines_of(line + line + "\n\n" + line, 10), ElementsAre("<too long>", "", "<too long>"));
  EXPECT_THAT(lines_of("12345\n123456\n", 5), ElementsAre("12345", "<too long>"));
  std::string many;
  for (int i = 0; i < 100000; ++i) many += std::to_string(i) + "\n";
  const std::vector<std::string> read = lines_of(many);
  ASSERT_EQ(read.size(), 100000U);
  EXPECT_EQ(read[54321], "54321");
}

TEST(LineReader, TellsWhyAFileCannotBeRead) {
  std::string line;
  LineReader missing("no/such/file", '\n', 10);
  EXPECT_EQ(missing.next(line), LineReader::Got::kFailed);
  EXPECT_EQ(missing.error(), ENOENT);
  LineReader directory("/", '\n', 10);
  EXPECT_EQ(directory.next(line), LineReader::Got::kFailed);
  EXPECT_EQ(directory.error(), EISDIR);
}

}  // namespace
}  // namespace mubiao::cli
