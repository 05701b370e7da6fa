#pragma once

#include <array>

#include "mubiao/lint.h"

namespace mubiao::rules {

// What is wrong or doubtful in a set that may load all the same: looked for by check_rules().
inline constexpr std::array kLintsOfText = {
    Lint{"E-ALLOW", Severity::kError, "a lint is switched off without a reason, or one that there is not", R"(
A lint is switched off where it is wrong, and the reason tells the next reader why. For one place write a
comment on its line, or on the lines right above; for the whole set, a table in one of its files. What
keeps a set from loading cannot be switched off.

wrong:  # mubiao:allow W-PREFIX
right:  # mubiao:allow W-PREFIX 万亿 never stands behind this

        [lints.W-COST]
        allow  = true
        reason = "run on short texts only"
)",
         LintStage::kLoading},
    Lint{"E-UNNORMAL", Severity::kError, "a character that folding replaces, so that it never matches", R"(
Text is folded before rules see it: full-width letters, digits and punctuation become half-width,
compatibility characters plain ones. A pattern that holds one of them waits for it in vain. The plain one
matches both. '，' is not folded, and [,，] is right for commas.

wrong:  pattern = '''占比达到\d+％'''
right:  pattern = '''占比达到\d+%'''

Units, periods, keywords and examples may be written either way: they are folded, too.
)",
         LintStage::kText},
    Lint{"W-ALLOW", Severity::kWarning, "something is switched off that would not be found", R"(
A comment or a [lints] table that switches off what is not there (any more) would hide the next mistake of
its kind. Remove it, or move it: a comment holds for its own line or, alone on a line, for the next one.

wrong:  # mubiao:allow W-PREFIX for now
        pattern = '''万亿|万'''
right:  pattern = '''万亿|万'''
)",
         LintStage::kLoading},
    Lint{"W-ASCII", Severity::kWarning, "\\b, \\w or \\d where Chinese or a placeholder stands", R"(
For RE2 words are made of ASCII letters, digits and '_'. So there is no word boundary between Chinese
characters, and \w matches none of them, but \W all. In typed text a number with what it counts is one
placeholder, and \d meets neither years nor quantities.

wrong:  pattern = '''规划年\b'''                      (fails in 规划年内, holds in 规划年2)
right:  pattern = '''规划年'''

wrong:  pattern = '''建设\w+工程'''
right:  pattern = '''建设[\p{Han}\w]+?工程'''

wrong:  pattern = '''达到\d+万千瓦'''                 (kind = "target")
right:  pattern = '''达到{quantity.power:quantity}'''

These are fine: \d in folded text, where every Arabic digit is ASCII (Chinese numerals need
[一二三四五六七八九十\d]); \s there, since full-width and other spaces are folded to a blank; \b and \w
beside ASCII letters and digits (\b5G, [A-Z]\w*).
)",
         LintStage::kText},
    Lint{"W-COST", Severity::kWarning, "a pattern compiles to a large program", R"(
RE2 never backtracks, but large programs are slow to compile and to run. Counted repetitions are copied
as often as they may repeat: [^。]{0,40} twice is 1,600 instructions, .*? is 4. The budget is 1500; runs of
words, (?:word|word)*, are looked up, and not counted.

wrong:  pattern = '''[^,]{0,60}达到[^,]{0,60}{quantity:quantity}'''
right:  pattern = '''[^,]*?达到[^,]*?{quantity:quantity}'''

        [lints.W-COST]
        budget = 2000                                 (for a set that needs more)
)",
         LintStage::kText},
    Lint{"W-PREFIX", Severity::kWarning, "an alternative never wins, as one before it takes the begin of its text", R"(
RE2 takes the first alternative that fits, not the longest. Where nothing has to follow, one that begins
another hides it: in '15万亿' the pattern below finds 15万, and the value is 100,000,000 times too small.

wrong:  pattern = '''\d+(?:万|万亿)'''
right:  pattern = '''\d+(?:万亿|万)'''

Nothing is said where something has to follow, as in (?:万|万亿)元: there the longer one is found.
)",
         LintStage::kText},
    Lint{"W-REV", Severity::kWarning, "a rule changed since --base, but not its rev", R"(
'rev' tells results of one meaning of a rule from those of another. It is raised when the pattern, the
kind, what the rule sets or its unless clauses change, in the rule itself or in a fragment it uses.

wrong:  rev = 1                                       (and another pattern than in the base)
right:  rev = 2

Where the meaning is the same all the same: # mubiao:allow W-REV only spelled otherwise
)",
         LintStage::kBase},
    Lint{"W-UNUSED", Severity::kWarning, "a fragment that no rule uses", R"(
It was forgotten, or the reference to it was: a pattern that should hold {name} spells something else.
A fragment that only unused ones use is unused, too.

wrong:  [fragments]
        hope = '''力争|争取'''                        (and no {hope} in any pattern)
right:  pattern = '''{hope}实现'''
)",
         LintStage::kText},
    Lint{"W-WILD", Severity::kWarning, "a pattern matches nothing, or nearly everything", R"(
Three things make a pattern wilder than it looks:

It matches the empty text. Then the rule is found everywhere, or its clause always silences it.
wrong:  pattern = '''(?:大约|约)?'''
right:  pattern = '''大约|约'''

It has '.*' between its words, and is matched on a line of several sentences (heading, metadata,
department; unless in = "section"): the words may stand far apart.
wrong:  pattern = '''^由.*负责'''                     (kind = "department")
right:  pattern = '''^由[^。;]*负责'''

No word or character has to stand in the text, so that the rule is tried everywhere.
wrong:  pattern = '''^[^,]{2,}$'''                    (kind = "mood")
right:  the same, with keywords = ["目前", "已经"]
)",
         LintStage::kText},
};

}  // namespace mubiao::rules
