// Regular expressions compiled on first use. Door: Regex.
#include <re2/re2.h>

#include <mutex>
#include <utility>

#include "mubiao/rule.h"

namespace mubiao {

struct Regex::State {
  std::string pattern;
  std::once_flag once;
  std::shared_ptr<const re2::RE2> compiled;
};

Regex::Regex(std::string pattern) : state_(std::make_shared<State>()) { state_->pattern = std::move(pattern); }

Regex::Regex(std::shared_ptr<const re2::RE2> compiled) : state_(std::make_shared<State>()) {
  std::call_once(state_->once, [&] { state_->compiled = std::move(compiled); });
}

const re2::RE2& Regex::operator*() const {
  std::call_once(state_->once, [this] {
    re2::RE2::Options options;
    options.set_log_errors(false);
    state_->compiled = std::make_shared<re2::RE2>(state_->pattern, options);
  });
  return *state_->compiled;
}

}  // namespace mubiao
