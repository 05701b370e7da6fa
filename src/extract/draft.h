#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/mention.h"
#include "mubiao/extract.h"

namespace mubiao {

/// A record before it knows its document: spans are in the normalized text.
struct Draft {
  Kind kind = Kind::kContext;
  const Rule* rule = nullptr;
  Span quote;
  Span sentence;
  std::string indicator;
  std::optional<Quantity> quantity;
  std::optional<Bound> bound;
  std::optional<Change> change;
  std::optional<Years> years;
  std::optional<int> baseline_year;
  std::optional<Firmness> firmness;
  std::optional<std::string> nature;
  std::vector<std::string> departments;  // of a row of a table; empty: those of its paragraph
  std::vector<Provenance> provenance;
};

/// What became of a mention, before it knows its document.
struct DraftAccount {
  Span span;
  std::string verdict;
  std::string rule;
  std::string clause;
  std::vector<Attempt> attempts;
};

/// Where a reader puts what it finds. `explain` asks for provenance, accounts and matches, which cost time.
struct Findings {
  bool explain = false;
  std::vector<Draft> drafts;
  std::vector<DraftAccount> accounts;
  std::vector<ClauseMatch> matches;
};

}  // namespace mubiao
