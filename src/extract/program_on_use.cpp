// Programs of patterns, made on first use. Door: ProgramOnUse.
#include "extract/program_on_use.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace mubiao {

// A look at a flag, for the same reason as in Regex.
struct ProgramOnUse::State {
  std::string pattern;
  std::span<const char* const> names;
  std::atomic<bool> ready = false;
  std::mutex making;
  std::optional<PatternProgram> program;
};

ProgramOnUse::ProgramOnUse(std::string pattern, std::span<const char* const> names)
    : state_(std::make_shared<State>()) {
  state_->pattern = std::move(pattern);
  state_->names = names;
}

const std::optional<PatternProgram>& ProgramOnUse::operator*() const {
  if (state_->ready.load(std::memory_order_acquire)) return state_->program;
  const std::scoped_lock lock(state_->making);
  if (!state_->ready) {
    state_->program = PatternProgram::of(state_->pattern, state_->names);
    state_->ready.store(true, std::memory_order_release);
  }
  return state_->program;
}

}  // namespace mubiao
