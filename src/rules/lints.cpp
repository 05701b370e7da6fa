// The table of everything that can be wrong with rule files. Doors: lints, find_lint. Its rows stand in the headers
// below, by when they are looked for.
#include <algorithm>
#include <array>

#include "mubiao/lint.h"
#include "rules/lints_of_examples.h"
#include "rules/lints_of_loading.h"
#include "rules/lints_of_text.h"

namespace mubiao {
namespace {

constexpr auto sorted_lints() {
  using namespace rules;
  std::array<Lint, kLintsOfLoading.size() + kLintsOfText.size() + kLintsOfExamples.size()> out{};
  auto next = std::copy(kLintsOfLoading.begin(), kLintsOfLoading.end(), out.begin());
  next = std::copy(kLintsOfText.begin(), kLintsOfText.end(), next);
  std::copy(kLintsOfExamples.begin(), kLintsOfExamples.end(), next);
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
