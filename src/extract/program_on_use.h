#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "extract/pattern_program.h"

namespace mubiao {

/// The program of a pattern, made when it is first asked for: of most patterns the first characters say that they do
/// not match. Copies share it; shared by threads.
class ProgramOnUse {
 public:
  ProgramOnUse() = default;
  /// `names` as of PatternProgram::of; they are to outlive this.
  ProgramOnUse(std::string pattern, std::span<const char* const> names);
  /// nullopt: the pattern is one for RE2. Precondition: made of a pattern.
  const std::optional<PatternProgram>& operator*() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace mubiao
