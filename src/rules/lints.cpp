// The table of everything that can be wrong with rule files. Doors: lints, find_lint. Its rows stand in the headers
// below, by when they are looked for.
#include <algorithm>
#include <array>

#include "mubiao/lint.h"
#include "rules/lints_of_loading.h"
#include "rules/lints_of_text.h"

namespace mubiao {
namespace {

constexpr auto sorted_lints() {
  std::array<Lint, rules::kLintsOfLoading.size() + rules::kLintsOfText.size()> out{};
  const auto next = std::copy(rules::kLintsOfLoading.begin(), rules::kLintsOfLoading.end(), out.begin());
  std::copy(rules::kLintsOfText.begin(), rules::kLintsOfText.end(), next);
  std::sort(out.begin(), out.end(), [](const Lint& a, const Lint& b) { return a.id < b.id; });
  return out;
}
constexpr auto kLints = sorted_lints();

}  // namespace

std::span<const Lint> lints() { return kLints; }

const Lint* find_lint(std::string_view id) {
  const auto it = std::find_if(kLints.begin(), kLints.end(), [&](const Lint& lint) { return lint.id == id; });
  return it == kLints.end() ? nullptr : &*it;
}

}  // namespace mubiao
