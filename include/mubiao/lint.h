#pragma once

#include <span>
#include <string_view>

#include "mubiao/diagnostic.h"

namespace mubiao {

/// One kind of problem that rule files can have. Its id is the code of the diagnostics that report it.
struct Lint {
  std::string_view id;       // stable: "E-FRAG"
  Severity severity;         // of its diagnostics, unless they are switched off
  std::string_view summary;  // one line: what it finds
  std::string_view help;     // why it matters, a wrong example and a right one; several lines
};

/// Every lint, by id.
std::span<const Lint> lints();
/// nullptr if there is none of this id.
const Lint* find_lint(std::string_view id);

}  // namespace mubiao
