#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/anchored_rule.h"
#include "extract/literal_index.h"
#include "mubiao/outline.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

struct DocumentHead {
  Metadata metadata;
  std::vector<std::size_t> boilerplate;  // lines that are no text of the document, in order
};

/// The metadata rules of a set. read() is the door.
class MetadataRules {
 public:
  explicit MetadataRules(const RuleSet& rules);
  /// What the document says of itself on its first `head` lines and its last ones. `skip` marks lines that are
  /// not to be looked at (a table of contents).
  DocumentHead read(std::string_view text, const std::vector<Span>& lines, std::size_t head,
                    const std::vector<bool>& skip) const;

  struct Found {
    std::string_view field;
    AnchoredMatch match;
    int first_year;  // of the era that its years are counted in; 1: they are what they say
  };
  /// What the first rule that matches says of a line.
  std::optional<Found> field_of(std::string_view line) const;
  /// The same for a line at the end, where only a printing note and chrome are looked for.
  std::optional<Found> tail_field_of(std::string_view line) const;
  /// The names in a run of issuers.
  std::vector<std::string> issuers_of(std::string_view names) const;

 private:
  // Rules that are tried on lines one after the other, but for those that a line has not the words for.
  class LineRules {
   public:
    explicit LineRules(const std::vector<const Rule*>& rules);
    std::optional<Found> first_match(std::string_view line) const;

   private:
    std::vector<AnchoredRule> rules_;
    LiteralIndex index_;
  };

  RuleSet set_;  // keeps the rules alive
  LineRules lines_;
  LineRules tail_lines_;
  std::vector<AnchoredRule> organization_;
};

}  // namespace mubiao
