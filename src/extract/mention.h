#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mubiao/quantity.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// Years that a mention states. `year` is the year by which; `start` and `end` only for spans of years.
struct Years {
  int year = 0;
  std::optional<int> start;
  std::optional<int> end;
  friend bool operator==(const Years&, const Years&) = default;
};

enum class MentionType { kQuantity, kPeriod, kYear, kPast, kBaseline, kName };

/// Something pass one recognized in the text, typed, so that no rule of pass two spells it again.
struct Mention {
  Span span;  // in the normalized text
  MentionType type = MentionType::kName;
  const Rule* rule = nullptr;  // null for quantities
  Years years;                 // of periods, years, baselines
  bool aspirational = false;   // 力争到2025年
  bool relative = false;       // 今年: the year is told from the document's own
  QuantityMention quantity;    // of quantities; its spans are in the normalized text too
  bool counted = false;        // a count in Chinese numerals (一个, 两次): mostly a name or an article
};

}  // namespace mubiao
