#pragma once

#include <array>

#include "mubiao/lint.h"

namespace mubiao::rules {

// What the examples of a set that loads say about its rules: looked for by lint_examples().
inline constexpr std::array kLintsOfExamples = {
    Lint{"E-UNTESTED", Severity::kError, "a rule or an unless clause that no example exercises", R"(
A rule that nobody has seen fire may never fire, and an unless clause that silences nothing in any example
may be misspelled: every test would pass. A known gap (todo) does not count.

wrong:  [[rules.unless]]
        id = "others"
        in = "after"
        pattern = '''^的同类'''

right:  the same, and an example with the words that it looks for:
        [[rules.examples]]
        text    = "到2025年，推广能耗达到5%的同类设备。"
        expect  = []
        because = "unless:others"

If you find no such text, the clause is not needed.
)",
         LintStage::kExamples},
    Lint{"W-ONESIDED", Severity::kWarning, "a rule without an example of what it must not find", R"(
Examples of what a rule finds also pass if it finds far too much. A text that is nearly right, and that the
rule leaves alone, shows where it ends. This holds for rules of every kind; a known gap ('todo') is none.

wrong:  a rule all of whose examples expect something

right:  [[rules.examples]]
        text   = "完成15万千瓦项目的前期工作。"
        expect = []
)",
         LintStage::kExamples},
    Lint{"W-OVERLAP", Severity::kWarning, "two rules of one kind and priority want the same text", R"(
What an example gives to its rule would go to another one if that stood first: both are of the same kind
and have the same priority, so that only the order of files and lines decides. Who moves a rule or renames
a file then changes the output.

wrong:  id = "target.total"    pattern = '''总量{reach}{quantity:quantity}'''
        id = "target.any"      pattern = '''(?P<indicator>.+?){reach}{quantity:quantity}'''

right:  the same, and priority = 60 for target.total, or an unless clause for target.any

Rules that find the same place, but do not compete for it, such as moods, do not overlap.
)",
         LintStage::kExamples},
    Lint{"W-SHADOW", Severity::kWarning, "a rule that matches, but never wins", R"(
Another rule, which is tried first, takes every text that this one matches: in all of its examples, or with
--corpus in all clauses of the documents. It does nothing, and its author believes that it does.

wrong:  id = "target.total"    priority = 40   pattern = '''总量{reach}{quantity:quantity}'''
        id = "target.any"      priority = 50   pattern = '''(?P<indicator>.+?){reach}{quantity:quantity}'''

right:  the more special rule has the higher priority; or it is not needed, and goes
)",
         LintStage::kExamples},
};

}  // namespace mubiao::rules
