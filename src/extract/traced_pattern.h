#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"
#include "rules/pattern_text.h"

namespace re2 {
class StringPiece;
}

namespace mubiao {

/// A pattern as written, of which it is found out which alternatives matches go through, and what the fragments in it
/// matched. For that it is compiled with a group around each of them.
class TracedPattern {
 public:
  /// What the group of a part matched.
  struct Use {
    std::size_t fragment;  // index
    std::string_view text;
  };
  /// The index of the fragment of this name.
  using FindFragment = std::function<std::size_t(std::string_view name)>;

  /// `fragments` must outlive it.
  TracedPattern(std::string written, const std::vector<Fragment>& fragments, const FindFragment& find);

  /// Marks the alternatives that matches in `text` go through and returns the uses of fragments on their way. `whole`:
  /// the one match is all of the text; `first`: matches behind the first one do not count.
  enum class Matches { kWhole, kFirst, kAll };
  std::vector<Use> trace(std::string_view text, Matches matches);

  std::size_t alternatives() const { return alternatives_; }
  std::size_t tried() const;
  /// As written, in order; not those that stand in one that is untried itself.
  std::vector<std::string> untried() const;
  /// Fragments that are traced in it, by index: those that are not built in.
  std::vector<std::size_t> fragments() const;

 private:
  struct Part {
    std::size_t begin = 0;  // of `written_`
    std::size_t end = 0;
    std::optional<std::size_t> fragment;  // none: it is an alternative
    bool tried = false;
  };
  // A regex with groups around some of the parts.
  struct Chunk {
    std::size_t first = 0;  // index of its first part
    std::size_t count = 0;
    std::shared_ptr<const re2::RE2> regex;  // null: not compiled yet
  };
  bool is_done(const Chunk& chunk) const;
  std::string with_groups(const Chunk& chunk) const;
  void trace(Chunk& chunk, std::string_view text, Matches matches, std::vector<Use>& out);

  std::string written_;
  const std::vector<Fragment>& fragments_;
  std::vector<rules::Reference> references_;
  std::vector<std::size_t> used_;  // the fragment of each
  std::vector<rules::Group> groups_;
  std::vector<Part> parts_;  // in the order in which they begin; of those that begin together the longest first
  std::vector<Chunk> chunks_;
  std::size_t alternatives_ = 0;
  std::set<std::string, std::less<>> seen_;
};

}  // namespace mubiao
