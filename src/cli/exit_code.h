#pragma once

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
