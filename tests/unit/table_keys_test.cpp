// The lists of keys, which layout and schema go by, are those that the readers of the tables know.

#include "rules/table_keys.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "mubiao/lint.h"

namespace mubiao {
namespace {

/// The keys of a table, from what the reader says of one that it does not know.
std::set<std::string> keys_that_are_read(const std::string& toml) {
  std::set<std::string> out;
  for (const Diagnostic& error : check_rules({{"test.toml", toml}}).findings) {
    constexpr std::string_view kKnown = "known keys: ";
    if (error.message.find("'zzzzzzzzzzzz'") == std::string::npos || !error.help.starts_with(kKnown)) continue;
    std::istringstream list(error.help.substr(kKnown.size()));
    for (std::string key; list >> key;) out.insert(key.substr(0, key.find(',')));
  }
  return out;
}

std::set<std::string> names(std::span<const rules::TableKey> keys) {
  std::set<std::string> out;
  for (const rules::TableKey& key : keys) out.emplace(key.name);
  return out;
}

TEST(TableKeys, AreThoseThatTheReadersKnow) {
  const std::string rule = "[[rules]]\nid = 'a'\nkind = 'name'\npattern = 'x'\n";
  EXPECT_EQ(names(rules::file_keys()), keys_that_are_read("zzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::rule_keys()), keys_that_are_read(rule + "zzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::unless_keys()), keys_that_are_read(rule + "[[rules.unless]]\nzzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::example_keys()), keys_that_are_read(rule + "[[rules.examples]]\nzzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::dimension_keys()), keys_that_are_read("[dimensions.power]\nzzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::lint_keys()), keys_that_are_read("[lints.W-COST]\nzzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::eval_keys()), keys_that_are_read("[eval]\nzzzzzzzzzzzz = 1\n"));
  EXPECT_EQ(names(rules::counter_keys()), keys_that_are_read("[dimensions.count]\ncounter = true\nzzzzzzzzzzzz = 1\n"));
}

}  // namespace
}  // namespace mubiao
