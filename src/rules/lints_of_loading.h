#pragma once

#include <array>

#include "mubiao/lint.h"

namespace mubiao::rules {

// What no rule set may have: told whenever rules are loaded. Each help says why, and shows it wrong and right.
inline constexpr std::array kLintsOfLoading = {
    Lint{"E-DUPNAME", Severity::kError, "a named group stands twice in one pattern", R"(
RE2 keeps the first of two groups of one name, so that the other one captures nothing, in silence.

wrong:  pattern = '''到(?P<year>\d{4})年|(?P<year>\d{4})年底'''
right:  pattern = '''到?(?P<year>\d{4})年底?'''
or two rules, one for each alternative.
)",
         LintStage::kLoading},
    Lint{"E-EXTENDS", Severity::kError, "a path of 'extends' that leads to no rule file, or back to where it stands", R"(
A set takes over what it extends: paths to rule files (*.toml) or to directories of them, relative to the
file that they stand in, or "std", the built-in set. If one is missing, too large, or extends the set in its
turn, nobody can say what the set is.

wrong:  extends = ["/home/me/rules/base.toml"]
right:  extends = ["../base.toml", "std"]
)",
         LintStage::kLoading},
    Lint{"E-FORMAT", Severity::kError, "the file has another format than this program reads", R"(
'format' says how a rule file is to be read. A file of another format might be read wrongly, so it is
refused. A newer program may read it.

wrong:  format = 2
right:  format = 1
)",
         LintStage::kLoading},
    Lint{"E-FRAG", Severity::kError,
         "a fragment is unknown, cyclic, defined twice, captures, or stands where it can never match", R"(
{name} stands for the fragment of that name. Whatever is wrong with one would make patterns match
something else than they say, so nothing is guessed. A brace for itself is written \{. Placeholders such
as {quantity} stand for what the first pass found, so no rule of the first pass can hold one.

wrong:  pattern = '''装机容量{raech}{quantity}'''     (the fragment is called reach)
right:  pattern = '''装机容量{reach}{quantity}'''

wrong:  year = '''(\d{4})年'''                        (a fragment captures nothing)
right:  year = '''\d{4}年''' and, where it is used, {year:year}
)",
         LintStage::kLoading},
    Lint{"E-GROUP", Severity::kError, "a capture group has no name, or one that rules of this kind do not have", R"(
What a group captures is read by its name; rules/README.md lists the names of every kind. A group
without a name captures what nobody reads.

wrong:  pattern = '''(达到|为){quantity:quantity}'''
right:  pattern = '''(?:达到|为){quantity:quantity}'''
)",
         LintStage::kLoading},
    Lint{"E-ID", Severity::kError, "an id is missing, malformed, taken, unknown, or gone since --base", R"(
Ids tell rules and unless clauses apart; examples, results and other sets name rules by them. An id is
never used twice, nor for another rule later. With --base, an id that is gone or renamed is told, unless
the 'version' of the set was changed too, which tells whoever reads its results.

wrong:  id = "Target Reach"
right:  id = "target.reach"                           (a-z 0-9 _ - and dots, unique in the set)
)",
         LintStage::kLoading},
    Lint{"E-KEY", Severity::kError, "a key that is not known, or one that is missing", R"(
A misspelled key would be ignored, and the rule would do something else than it says.

wrong:  descripton = "装机容量达到15万千瓦"
right:  description = "装机容量达到15万千瓦"
)",
         LintStage::kLoading},
    Lint{"E-LIMIT", Severity::kError, "more than the program takes of something", R"(
Rule files may come from anywhere, so that their size, depth and cost have limits; they stand at the end
of rules/README.md. Sets of honest size are far below them. Mostly it is a counted repetition.

wrong:  pattern = '''(?:[^。]{0,900}达到){0,30}'''
right:  pattern = '''.*?达到'''
)",
         LintStage::kLoading},
    Lint{"E-RE2", Severity::kError, "a pattern that RE2 refuses", R"(
Patterns are regular expressions of RE2, which takes time in proportion to the text, whatever the
pattern. It therefore has no look-around, no backreferences and no possessive repetitions.

wrong:  pattern = '''(?<!不)超过{quantity:quantity}'''
right:  pattern = '''超过{quantity:quantity}'''
          [[rules.unless]]
          id = "negated"
          in = "before"
          pattern = '''不$'''
)",
         LintStage::kLoading},
    Lint{"E-RE2-NAME", Severity::kError, "a named group in a spelling that not every RE2 takes", R"(
Newer versions of RE2 take (?<name>…), older ones do not; (?P<name>…) works everywhere.

wrong:  pattern = '''(?<indicator>.+?)达到'''
right:  pattern = '''(?P<indicator>.+?)达到'''
)",
         LintStage::kLoading},
    Lint{"E-SLOT", Severity::kError, "a slot of set.indicator that nothing fills", R"(
set.indicator puts the indicator together from slots. A slot is filled by the group of its name in the
pattern, or by what was read around it ({carried}, {topic}, …); see Slots in rules/README.md.

wrong:  set = { indicator = "{subject}比例" }  with no group 'subject' in the pattern
right:  pattern = '''(?P<subject>.+?)占比''' beside it
)",
         LintStage::kLoading},
    Lint{"E-TOML", Severity::kError, "the file is no TOML", R"(
Rule files are TOML 1.0. Most such errors are quotes: patterns stand in literal strings, '…' or '''…''',
where a backslash is a backslash; keys with other letters than A-Z a-z 0-9 _ - stand in quotes; quotes
and commas are half-width.

wrong:  pattern = "\d+年"
right:  pattern = '''\d+年'''
)",
         LintStage::kLoading},
    Lint{"E-TYPE", Severity::kError, "a value of the wrong type, or one that is not allowed", R"(
Every key has one type of value, and many a list of values; rules/README.md has them. Nothing is guessed
or converted: a number in quotes is a text, and a value that is not in the list is a mistake.

wrong:  priority = "60"
right:  priority = 60
)",
         LintStage::kLoading},
    Lint{"E-UNIT", Severity::kError, "a unit or dimension that cannot be used", R"(
The unit table both finds units and converts them, so all of it must make sense: every dimension has one
canonical unit of its own and at least one spelling.

wrong:  [dimensions.area.land]                        (a table in a table)
right:  [dimensions."area.land"]                      (a name that holds a dot)
)",
         LintStage::kLoading},
    Lint{"E-UNIT-DUP", Severity::kError, "one spelling for two units", R"(
A unit in a text could be converted in two ways. What folds to the same text is the same spelling:
㎾ and kW, ％ and %.

wrong:  factors = { "㎾" = "0.001", "kW" = 1 }
right:  factors = { "kW" = "0.001" }
)",
         LintStage::kLoading},
    Lint{"E-UNIT-FACTOR", Severity::kError, "a unit without factor, or a factor that is no exact number above zero", R"(
A factor says how many canonical units one such unit is. It is exact: an integer, or a string with
decimals or a fraction. Only dimensions that count things (counter = true) have words without factors.

wrong:  words = ["千瓦", "兆瓦"]                      (in a dimension with canonical = "MW")
right:  factors = { "千瓦" = "1/1000", "兆瓦" = 1 }
)",
         LintStage::kLoading},
};

}  // namespace mubiao::rules
