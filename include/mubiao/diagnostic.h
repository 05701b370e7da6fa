#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mubiao {

enum class Severity { kNote, kWarning, kError };
/// "note", "warning", "error".
std::string_view to_string(Severity severity);

/// A place in a file. Line and column are 1-based, the column counts code points; 0 means unknown.
struct Location {
  std::string file = {};
  std::size_t line = 0;
  std::size_t column = 0;
};

/// One problem, in words for the person who can mend it.
/// `code` is stable ("E-FRAG", "W-BYTES"); `message` is one line; `help` says what to do, or is empty;
/// `source` is the line the location points at (empty if none) and `width` how many columns (code points) to mark there.
struct Diagnostic {
  Severity severity = Severity::kError;
  std::string code = {};
  std::string message = {};
  Location where = {};
  std::string help = {};
  std::string source = {};
  std::size_t width = 1;
};

/// `file:line:column: error[CODE]: message`, then the source line with a caret under the place (aligned
/// by display width, so that it stands right under Chinese text), then `help: …`. Ends with a newline.
std::string to_text(const Diagnostic& diagnostic);

/// A value, or every problem that was found. Member names are those of std::expected, which replaces
/// this type the day the project may use C++23.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(std::vector<Diagnostic> errors) : state_(std::in_place_index<1>, std::move(errors)) {}
  Result(Diagnostic error) : Result(std::vector<Diagnostic>{std::move(error)}) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const std::vector<Diagnostic>& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, std::vector<Diagnostic>> state_;
};

}  // namespace mubiao
