#pragma once

#include <re2/re2.h>

#include <memory>
#include <string_view>

#include "rules/fragments.h"
#include "rules/source.h"

namespace mubiao::rules {

/// Compiles an expanded pattern, or reports why RE2 refuses it, at the characters its author wrote, and returns
/// nullptr. `whole` is shown where no character is to blame; `owner` names the pattern: "rule 'reach.level'". Takes what
/// it costs from fragments.instructions_left(); returns nullptr without a word if there are none.
std::shared_ptr<const re2::RE2> compile(const Expansion& expansion, Place whole, std::string_view owner,
                                        FragmentTable& fragments, Problems& problems);

}  // namespace mubiao::rules
