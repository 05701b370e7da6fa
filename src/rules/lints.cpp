// The table of everything that can be wrong with rule files. Doors: lints, find_lint.
#include <algorithm>
#include <array>

#include "mubiao/lint.h"

namespace mubiao {
namespace {

constexpr std::array kLints = {
    Lint{"E-DUPNAME", Severity::kError, "a named group stands twice in one pattern", ""},
    Lint{"E-FORMAT", Severity::kError, "the file has another format than this program reads", ""},
    Lint{"E-FRAG", Severity::kError,
         "a fragment is unknown, cyclic, defined twice, captures, or stands where it can never match", ""},
    Lint{"E-GROUP", Severity::kError, "a capture group has no name, or one that rules of this kind do not have", ""},
    Lint{"E-ID", Severity::kError, "an id is missing, malformed, taken or unknown", ""},
    Lint{"E-KEY", Severity::kError, "a key that is not known", ""},
    Lint{"E-LIMIT", Severity::kError, "more than the program takes of something", ""},
    Lint{"E-RE2", Severity::kError, "a pattern that RE2 refuses", ""},
    Lint{"E-RE2-NAME", Severity::kError, "a named group in a spelling that not every RE2 takes", ""},
    Lint{"E-SLOT", Severity::kError, "a slot of set.indicator that nothing fills", ""},
    Lint{"E-TOML", Severity::kError, "the file is no TOML", ""},
    Lint{"E-TYPE", Severity::kError, "a value of the wrong type, or one that is not allowed", ""},
    Lint{"E-UNIT", Severity::kError, "a unit or dimension that cannot be used", ""},
    Lint{"E-UNIT-DUP", Severity::kError, "one spelling for two units", ""},
    Lint{"E-UNIT-FACTOR", Severity::kError, "a factor that is no exact number", ""},
};

}  // namespace

std::span<const Lint> lints() { return kLints; }

const Lint* find_lint(std::string_view id) {
  const auto it = std::find_if(kLints.begin(), kLints.end(), [&](const Lint& lint) { return lint.id == id; });
  return it == kLints.end() ? nullptr : &*it;
}

}  // namespace mubiao
