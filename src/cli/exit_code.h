#pragma once

#include <array>
#include <string_view>

namespace mubiao::cli {

/// What a run ends with. Scripts test these: never more of them. A signal ends the program as signals do.
enum class ExitCode {
  kDone = 0,
  kNo = 1,         // the answer is no: findings, a failed example, nothing found with --exit-status
  kUsage = 2,      // wrong arguments
  kRules = 3,      // rules cannot be loaded; nothing was processed
  kInputs = 4,     // some inputs failed, the others were done
  kOutput = 5,     // output could not be written
  kInternal = 70,  // our own bug
};

/// What each of them says, for help.
struct ExitMeaning {
  ExitCode code;
  std::string_view meaning;
};
inline constexpr std::array<ExitMeaning, 7> kExitMeanings = {{
    {ExitCode::kDone, "done"},
    {ExitCode::kNo, "the answer is no"},
    {ExitCode::kUsage, "wrong arguments"},
    {ExitCode::kRules, "rules cannot be loaded"},
    {ExitCode::kInputs, "some inputs failed and the others were done"},
    {ExitCode::kOutput, "output could not be written"},
    {ExitCode::kInternal, "a bug in mubiao"},
}};

/// The one to report when two apply: internal, usage, rules, output, inputs, no, done.
inline ExitCode worse(ExitCode a, ExitCode b) {
  constexpr ExitCode kOrder[] = {ExitCode::kInternal, ExitCode::kUsage,  ExitCode::kRules,
                                 ExitCode::kOutput,   ExitCode::kInputs, ExitCode::kNo};
  for (const ExitCode code : kOrder) {
    if (a == code || b == code) return code;
  }
  return ExitCode::kDone;
}

}  // namespace mubiao::cli
