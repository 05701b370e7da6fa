// Regular expressions compiled on first use. Door: Regex.
#include <re2/re2.h>

#include <atomic>
#include <mutex>
#include <utility>

#include "mubiao/rule.h"

namespace mubiao {

// A look at a pointer, and not std::call_once: that costs a system call each time it is over, and ten times as much
// ever after.
struct Regex::State {
  std::string pattern;
  std::atomic<const re2::RE2*> ready = nullptr;
  std::mutex compiling;
  std::shared_ptr<const re2::RE2> compiled;
};

Regex::Regex(std::string pattern) : state_(std::make_shared<State>()) { state_->pattern = std::move(pattern); }

Regex::Regex(std::shared_ptr<const re2::RE2> compiled) : state_(std::make_shared<State>()) {
  state_->compiled = std::move(compiled);
  state_->ready = state_->compiled.get();
}

bool Regex::compiled() const { return state_->ready.load(std::memory_order_acquire) != nullptr; }

const re2::RE2& Regex::operator*() const {
  if (const re2::RE2* ready = state_->ready.load(std::memory_order_acquire)) return *ready;
  const std::scoped_lock lock(state_->compiling);
  if (!state_->compiled) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    state_->compiled = std::make_shared<re2::RE2>(state_->pattern, options);
    state_->ready.store(state_->compiled.get(), std::memory_order_release);
  }
  return *state_->compiled;
}

}  // namespace mubiao
