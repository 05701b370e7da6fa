#pragma once

#include <string>

namespace mubiao::output {

/// A JSON Schema (draft 7) of rule files, from the vocabulary that the reader of rules has. It knows keys, types, and
/// what depends on the kind of a rule; what patterns mean, and whether ids fit together, only `rules check` tells.
void append_rule_schema(std::string& out);

}  // namespace mubiao::output
