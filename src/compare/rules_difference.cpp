// Two extractions of one document beside each other. Doors: compare_extractions, RulesDifference, to_check_report.
#include "mubiao/rules_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compare/pairing.h"

namespace mubiao {
namespace {

using compare::Pair;

/// Two records are the same if these are.
std::vector<std::string> compared_fields(const DifferenceOptions& options) {
  std::vector<std::string> out;
  for (const std::string& field : record_fields()) {
    const bool place = field == "n" || field == "line" || field == "column" || field == "start" || field == "end";
    const bool ignored = std::find(options.ignored.begin(), options.ignored.end(), field) != options.ignored.end();
    if (!place && !ignored) out.push_back(field);
  }
  return out;
}

std::vector<FieldChange> changes_between(const Record& before, const Record& after,
                                         const std::vector<std::string>& fields) {
  std::vector<FieldChange> out;
  for (const std::string& field : fields) {
    std::optional<std::string> was = field_text(before, field);
    std::optional<std::string> is = field_text(after, field);
    if (was != is) out.push_back({field, std::move(was), std::move(is)});
  }
  return out;
}

/// Records that have no partner yet.
class Unpaired {
 public:
  explicit Unpaired(const std::vector<Record>& records) : records_(records), used_(records.size()) {}

  template <typename Wanted>
  std::vector<std::size_t> left(const Wanted& wanted) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (!used_[i] && wanted(records_[i])) out.push_back(i);
    }
    return out;
  }
  std::vector<Span> places(const std::vector<std::size_t>& which) const {
    std::vector<Span> out;
    for (const std::size_t i : which) out.push_back(records_[i].bytes);
    return out;
  }
  void use(std::size_t i) { used_[i] = true; }

 private:
  const std::vector<Record>& records_;
  std::vector<bool> used_;
};

/// Finds partners, in passes: what is equal first, so that one of several records at a place that went away does not
/// make the others look changed.
class Partners {
 public:
  Partners(const Extraction& before, const Extraction& after, const std::vector<std::string>& fields)
      : before_(before.records), after_(after.records), left_before_(before_), left_after_(after_) {
    pair_equal(fields);
    for (const Kind kind : {Kind::kTarget, Kind::kDelegated, Kind::kMilestone, Kind::kContext}) {
      pair_overlapping([kind](const Record& record) { return record.kind == kind; });
    }
    pair_overlapping(any);
  }

  const std::vector<Pair>& pairs() const { return pairs_; }
  std::vector<std::size_t> removed() const { return left_before_.left(any); }
  std::vector<std::size_t> added() const { return left_after_.left(any); }

 private:
  static bool any(const Record&) { return true; }

  void pair_equal(const std::vector<std::string>& fields) {
    const auto key = [&fields](const Record& record) {
      std::string out = fmt::format("{}-{}", record.bytes.begin, record.bytes.end);
      // A null is not an empty text.
      for (const std::string& field : fields) {
        const std::optional<std::string> text = field_text(record, field);
        out += text ? '\1' + *text : std::string("\2");
      }
      return out;
    };
    std::multimap<std::string, std::size_t> known;
    for (std::size_t i = 0; i < before_.size(); ++i) known.emplace(key(before_[i]), i);
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto found = known.find(key(after_[j]));
      if (found == known.end()) continue;
      left_before_.use(found->second);
      left_after_.use(j);
      known.erase(found);
    }
  }

  template <typename Wanted>
  void pair_overlapping(const Wanted& wanted) {
    const std::vector<std::size_t> before = left_before_.left(wanted);
    const std::vector<std::size_t> after = left_after_.left(wanted);
    for (const Pair& pair : compare::pair_by_overlap(left_before_.places(before), left_after_.places(after))) {
      pairs_.push_back({before[pair.first], after[pair.second]});
      left_before_.use(before[pair.first]);
      left_after_.use(after[pair.second]);
    }
  }

  const std::vector<Record>& before_;
  const std::vector<Record>& after_;
  Unpaired left_before_;
  Unpaired left_after_;
  std::vector<Pair> pairs_;  // that are not equal
};

std::string or_nothing(const std::optional<std::string>& text) { return text ? *text : "nothing"; }

Diagnostic finding(const std::string& path, const RecordChange& change) {
  std::string message =
      fmt::format("{} {} {}", to_string(change.what), to_string(change.record.kind), change.record.quote);
  const char* separator = ": ";
  for (const FieldChange& field : change.fields) {
    message +=
        fmt::format("{}{} was {}, is {}", separator, field.field, or_nothing(field.before), or_nothing(field.after));
    separator = "; ";
  }
  std::replace(message.begin(), message.end(), '\n', ' ');
  return {.severity = Severity::kWarning,
          .code = std::string(to_string(change.what)),
          .message = std::move(message),
          .where = {path, change.record.line, change.record.column}};
}

}  // namespace

std::string_view to_string(Presence presence) {
  switch (presence) {
    case Presence::kAdded:
      return "added";
    case Presence::kRemoved:
      return "removed";
    case Presence::kChanged:
      break;
  }
  return "changed";
}

DocumentDifference compare_extractions(const Document& document, const Extraction& before, const Extraction& after,
                                       const DifferenceOptions& options) {
  DocumentDifference out{document.path(), before.records.size(), after.records.size(), {}};
  const std::vector<std::string> fields = compared_fields(options);
  const Partners partners(before, after, fields);
  for (const Pair& pair : partners.pairs()) {
    const Record& was = before.records[pair.first];
    const Record& is = after.records[pair.second];
    std::vector<FieldChange> changes = changes_between(was, is, fields);
    // Of another place, but alike in all that counts.
    if (changes.empty()) continue;
    out.changes.push_back({Presence::kChanged, is, std::move(changes)});
  }
  for (const std::size_t i : partners.removed()) out.changes.push_back({Presence::kRemoved, before.records[i]});
  for (const std::size_t j : partners.added()) out.changes.push_back({Presence::kAdded, after.records[j]});
  std::stable_sort(out.changes.begin(), out.changes.end(), [](const RecordChange& a, const RecordChange& b) {
    return a.record.bytes.begin < b.record.bytes.begin;
  });
  return out;
}

std::size_t RulesDifference::count(Presence what) const {
  std::size_t out = 0;
  for (const DocumentDifference& document : documents) {
    out += static_cast<std::size_t>(std::count_if(document.changes.begin(), document.changes.end(),
                                                  [what](const RecordChange& change) { return change.what == what; }));
  }
  return out;
}

bool RulesDifference::empty() const {
  return std::all_of(documents.begin(), documents.end(),
                     [](const DocumentDifference& document) { return document.changes.empty(); });
}

std::string RulesDifference::summary() const {
  const auto changed = std::count_if(documents.begin(), documents.end(),
                                     [](const DocumentDifference& document) { return !document.changes.empty(); });
  return fmt::format("{} added, {} removed, {} changed in {} of {} documents", count(Presence::kAdded),
                     count(Presence::kRemoved), count(Presence::kChanged), changed, documents.size());
}

CheckReport to_check_report(const RulesDifference& difference) {
  CheckReport report{.command = "rules diff", .rules = difference.after};
  report.fails_from = Severity::kWarning;
  for (const DocumentDifference& document : difference.documents) {
    for (const RecordChange& change : document.changes) report.findings.push_back(finding(document.path, change));
  }
  report.summary = fmt::format("{} -> {}: {}", difference.before, difference.after, difference.summary());
  return report;
}

}  // namespace mubiao
