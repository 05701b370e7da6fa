// Unified diffs: what they look like, and that they tell both texts.

#include "output/line_diff.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

namespace mubiao::output {
namespace {

std::string diff(std::string_view before, std::string_view after) {
  std::string out;
  append_line_diff(out, "a.toml", before, after);
  return out;
}

TEST(LineDiff, IsWhatPatchReads) {
  EXPECT_EQ(diff("1\n2\n", "1\n2\n"), "");
  EXPECT_EQ(diff("", "1\n"), "--- a.toml\n+++ a.toml\n@@ -0,0 +1,1 @@\n+1\n");
  EXPECT_EQ(diff("1\n", ""), "--- a.toml\n+++ a.toml\n@@ -1,1 +0,0 @@\n-1\n");
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n"),
            "--- a.toml\n+++ a.toml\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
  EXPECT_EQ(diff("1", "1\n"), "--- a.toml\n+++ a.toml\n@@ -1,1 +1,1 @@\n-1\n\\ No newline at end of file\n+1\n");
}

TEST(LineDiff, ChangesFarApartAreHunksOfTheirOwn) {
  std::string before;
  for (int i = 1; i <= 20; ++i) before += std::to_string(i) + "\n";
  std::string near = before;
  near.replace(near.find("\n5\n"), 3, "\nfive\n").replace(near.find("\n12\n"), 4, "\ntwelve\n");
  std::string far = before;
  far.replace(far.find("\n5\n"), 3, "\nfive\n").replace(far.find("\n13\n"), 4, "\nthirteen\n");
  const auto hunks = [&](const std::string& after) {
    const std::string text = diff(before, after);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("\n@@ ", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(hunks(near), 1u);
  EXPECT_EQ(hunks(far), 2u);
}

/// Applies a diff, and checks every line of `before` that it names.
std::string patched(const std::string& before, const std::string& diff) {
  std::vector<std::string> lines;
  std::istringstream in(before);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::string out;
  std::size_t done = 0;
  std::istringstream script(diff);
  std::string line;
  std::getline(script, line);
  std::getline(script, line);
  while (std::getline(script, line)) {
    if (line.starts_with("@@")) {
      std::size_t from = 0, count = 0;
      EXPECT_EQ(std::sscanf(line.c_str(), "@@ -%zu,%zu", &from, &count), 2);
      for (const std::size_t end = count == 0 ? from : from - 1; done < end; ++done) out += lines[done] + "\n";
    } else if (line[0] == '+') {
      out += line.substr(1) + "\n";
    } else {
      EXPECT_EQ(lines.at(done), line.substr(1));
      if (line[0] == ' ') out += lines[done] + "\n";
      ++done;
    }
  }
  for (; done < lines.size(); ++done) out += lines[done] + "\n";
  return out;
}

TEST(LineDiff, TurnsOneTextIntoTheOther) {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const auto text = [&] {
      std::string out;
      for (std::size_t n = random() % 30; n > 0; --n)
        out += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
      return out;
    };
    const std::string before = text();
    const std::string after = text();
    EXPECT_EQ(patched(before, diff(before, after)), after) << before << "---\n" << after;
  }
}

TEST(LineDiff, TakesNoLongerThanItMay) {
  std::string before, after;
  for (int i = 0; i < 100000; ++i) {
    before += "b" + std::to_string(i) + "\n";
    after += "a" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(patched(before, diff(before, after)), after);
}

}  // namespace
}  // namespace mubiao::output
