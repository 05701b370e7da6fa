// Why an extraction is empty. Door: note_if_nothing.
#include "extract/nothing_found.h"

#include <string_view>
#include <utility>

namespace mubiao {
namespace {

void append(std::string& list, std::string_view word, std::string_view separator) {
  if (!list.empty()) list += separator;
  list += word;
}

}  // namespace

std::vector<Diagnostic> note_if_nothing(const KindCounts& found, const Kinds& wanted, const std::string& path) {
  std::string missing;
  std::string others;
  for (std::size_t kind = 0; kind < found.size(); ++kind) {
    const std::string name(to_string(static_cast<Kind>(kind)));
    if (wanted[kind] && found[kind] > 0) return {};
    if (wanted[kind]) append(missing, name, ", ");
    if (found[kind] > 0) append(others, std::to_string(found[kind]) + " " + name, ", ");
  }
  if (missing.empty()) return {};
  const std::string instead = others.empty() ? "no number with a unit in it, and no dated goal" : others;
  return {{.severity = Severity::kNote,
           .code = "N-NONE",
           .message = "no " + missing + ": " + instead,
           .where = {.file = path},
           .help = others.empty() ? "" : "--kinds all writes what it has; `mubiao explain` says of each number why"}};
}

}  // namespace mubiao
