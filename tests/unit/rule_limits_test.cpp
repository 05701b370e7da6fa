// Rule files that were made to take all memory or time: each is refused, soon, with a message that names the limit.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <functional>

#include "mubiao/rule.h"

namespace mubiao {
namespace {

// As many of them, the place of each filled in.
std::string many(std::size_t count, const std::function<std::string(std::size_t)>& part) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part(i);
  return out;
}
std::string many(std::size_t count, std::string_view part) {
  return many(count, [part](std::size_t) { return std::string(part); });
}

std::string rule(std::size_t number, std::string_view pattern, std::string_view more = "") {
  return fmt::format("[[rules]]\nid = 'r{}'\nkind = 'target'\npattern = '{}'\n{}\n", number, pattern, more);
}
std::string rules(std::size_t count, std::string_view pattern) {
  return many(count, [pattern](std::size_t i) { return rule(i, pattern); });
}

// a30 is ten a29, which are ten a28 each, …
std::string laughs() {
  return "[fragments]\na0 = 'ha'\n" + many(30, [](std::size_t i) {
           return fmt::format("a{} = '{}'\n", i + 1, many(10, fmt::format("{{a{}}}", i)));
         });
}

struct Row {
  const char* what;
  std::vector<std::string> files;
  const char* says;  // part of the message of a problem
};

std::vector<Row> hostile_sets() {
  return {
      {"a file of 5 MiB", {std::string(5u << 20, '\n')}, "the file is larger than 4 MiB"},
      {"a million values", {"x = [" + many(1'000'000, "1,") + "]"}, "the file holds more than 200000 values"},
      {"a million keys in files", std::vector<std::string>(6, "x = [" + many(150'000, "1,") + "]"),
       "the set holds more than 500000 values"},
      {"a million brackets", {"x = " + std::string(1'000'000, '[')}, "more than 200000 values"},
      {"nested arrays", {"x = " + std::string(150'000, '[')}, "not valid TOML"},
      {"nested tables", {"x = " + many(90'000, "{a=")}, "not valid TOML"},
      {"a key of a million parts", {"a" + many(1'000'000, ".a") + " = 1"}, "more than 32 dots"},
      {"a million rules", {rules(60'000, "x")}, "more than 200000 values"},
      {"rules in several files",
       {many(15'000, [](std::size_t i) { return rule(i, "x"); }),
        many(15'000, [](std::size_t i) { return rule(i + 15'000, "x"); })},
       "the set has more than 20000 rules"},
      {"a million examples", {rule(0, "x", "examples = [" + many(1'000'000, "{},") + "]")}, "more than 200000 values"},
      {"thousands of examples",
       {rule(0, "x", many(10'001, "[[rules.examples]]\ntext = 't'\nexpect = []\n"))},
       "the rule has more than 10000 examples"},
      {"thousands of unless clauses",
       {rule(
           0, "x",
           many(1'001, [](std::size_t i) { return fmt::format("[[rules.unless]]\nid = 'u{}'\npattern = 'y'\n", i); }))},
       "the rule has more than 1000 unless clauses"},
      {"a long example",
       {rule(0, "x", "examples = [{ text = '" + std::string(70'000, 'x') + "', expect = [] }]")},
       "longer than 64 KiB"},
      {"a long pattern", {rule(0, std::string(70'000, 'x'))}, "'pattern' is longer than 64 KiB"},
      {"a huge program", {rule(0, "(?:\\p{Han}{50}){20}")}, "instructions, more than 20000"},
      {"a program that RE2 refuses", {rule(0, "\\p{L}{900}")}, "the pattern is too large to compile"},
      {"repetitions inside each other", {rule(0, "((((x{30}){30}){30}){30})")}, "repeats too often"},
      {"many repetitions", {rule(0, many(4'000, "(?:\\p{L}{900})"))}, "more than 4000000 instructions together"},
      {"many large programs", {rules(15'000, ".{500}.{400}")}, "more than 4000000 instructions together"},
      {"many programs that RE2 refuses", {rules(15'000, "\\p{L}{900}")}, "more than 4000000 instructions together"},
      {"groups inside each other",
       {rule(0, many(10'000, "(?:") + std::string(10'000, ')'))},
       "more than 200 groups inside each other"},
      {"a billion laughs", {laughs() + rule(0, "{a30}")}, "instructions, more than 20000"},
      {"laughs of nothing",
       {"[fragments]\na0 = '(?:)'\n" +
        many(30,
             [](std::size_t i) { return fmt::format("a{} = '{}'\n", i + 1, many(100, fmt::format("{{a{}}}", i))); })},
       "longer than 64 KiB once its fragments are put in"},
      {"one long fragment in all rules",
       {"[fragments]\nf = '" + std::string(60'000, 'x') + "'\n" + rules(15'000, "{f}")},
       "instructions, more than 20000"},
      {"what RE2 takes the square of",
       {"[fragments]\nf = '" + many(9'000, "[x]?") + "'\n" + rules(15'000, "{f}")},
       "more than 4000000 instructions together"},
      {"many groups inside groups",
       {"[fragments]\nf = '" + many(150, "(?:") + many(8'000, "(?:x)") + std::string(150, ')') + "'\n" +
        rules(15'000, "{f}")},
       "more than 4000000 instructions together"},
      {"many long patterns",
       {"[fragments]\nf = '(?:" + std::string(60'000, 'x') + "){0}'\n" + rules(15'000, "{f}")},
       "longer than 16 MiB together"},
      {"a chain of fragments",
       {"[fragments]\n" + many(100'000, [](std::size_t i) { return fmt::format("a{} = '{{a{}}}'\n", i, i + 1); }) +
        "a100000 = 'x'\n"},
       "nests others more than 32 deep"},
      {"tens of thousands of units",
       {"[dimensions.p]\ncanonical = 'M'\nfactors = {" +
        many(60'000, [](std::size_t i) { return fmt::format("{}'u{}' = 1", i == 0 ? "" : ",", i); }) + "}"},
       "the set has more than 10000 units"},
      {"many dimensions",
       {many(300,
             [](std::size_t i) {
               return fmt::format("[dimensions.d{0}]\ncanonical = 'D{0}'\nfactors = {{ 'd{0}' = 1 }}\n", i);
             })},
       "the set has more than 240 dimensions"},
      {"a factor of four million digits",
       {"[dimensions.p]\ncanonical = 'M'\nfactors = { 'x' = '" + std::string(4'000'000, '9') + "' }"},
       "is no number above zero"},
      {"thousands of problems",
       {many(100'000, [](std::size_t i) { return fmt::format("k{} = 1\n", i); })},
       "too many problems: only 200 of them are shown"},
  };
}

bool any_says(const std::vector<Diagnostic>& problems, std::string_view text) {
  for (const Diagnostic& problem : problems) {
    if (problem.message.find(text) != std::string::npos) return true;
  }
  return false;
}

TEST(RuleLimits, EndSoonInLittleMemoryAndSayWhich) {
  for (const Row& row : hostile_sets()) {
    std::vector<RuleFile> files;
    for (const std::string& text : row.files) files.push_back({fmt::format("{}.toml", files.size()), text});
    const auto begin = std::chrono::steady_clock::now();
    const Result<RuleSet> result = RuleSet::load(files);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 20) << row.what;  // a second, on a machine with nothing else to do
    ASSERT_FALSE(result) << row.what;
    EXPECT_TRUE(any_says(result.error(), row.says))
        << row.what << ": " << to_text(result.error().front()).substr(0, 500);
    EXPECT_LE(result.error().size(), 201u) << row.what;
  }
#ifndef __SANITIZE_ADDRESS__
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  EXPECT_LT(usage.ru_maxrss, 400 * 1024) << "KiB, of all of them";
#endif
}

}  // namespace
}  // namespace mubiao
