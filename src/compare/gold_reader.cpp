// Annotations of a document: lines read one by one, and the places of their quotes found. Door: read_gold.
#include <fmt/format.h>

#include <algorithm>

#include "compare/code_points.h"
#include "compare/gold_line.h"
#include "compare/one_line.h"
#include "compare/unspaced.h"
#include "mubiao/gold.h"

namespace mubiao {
namespace {

using compare::CodePoints;
using compare::GoldLine;

constexpr std::size_t kMostRecords = 20000;
constexpr std::size_t kLongestLine = 64 << 10;
constexpr std::size_t kLongestQuote = 500;  // code points
constexpr std::size_t kMostProblems = 200;

/// Where the `nth` occurrence of `part` in `whole` begins (from 1; 0 wants the only one), npos if there is none, and
/// how many were met.
struct Occurrence {
  std::size_t at = std::string_view::npos;
  std::size_t found = 0;
};
Occurrence find_occurrence(std::string_view whole, std::string_view part, std::size_t nth) {
  Occurrence out;
  for (std::size_t at = whole.find(part); at != whole.npos; at = whole.find(part, at + 1)) {
    if (++out.found == std::max<std::size_t>(nth, 1)) out.at = at;
    if (out.found > std::max<std::size_t>(nth, 1)) break;
  }
  if (nth == 0 && out.found > 1) out.at = std::string_view::npos;
  return out;
}

/// How often something was met that should be there `nth` times, or once.
std::string times(const Occurrence& occurrence, std::size_t nth) {
  return nth == 0 && occurrence.found > 1 ? "more than once" : fmt::format("{} times", occurrence.found);
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongestShown = 60;
  return compare::one_line(text, kLongestShown);
}

class Reader {
 public:
  Reader(Gold& gold, const Document& document) : gold_(gold), document_(document), code_points_(document) {}

  void read(std::string_view line, std::size_t number);
  bool full() const { return gold_.records.size() >= kMostRecords || gold_.problems.size() >= kMostProblems; }

 private:
  std::optional<Span> place_of(const GoldLine& line);
  std::optional<Span> find_quote(const GoldLine& line);
  std::optional<Span> find_quote(std::string_view text, const GoldLine& line);
  std::optional<Span> find_quote_unspaced(const GoldLine& line);
  std::nullopt_t refuse(const GoldLine& line, std::string message, std::string help) {
    gold_.problems.push_back(
        {.code = "E-GOLD", .message = std::move(message), .where = line.record.where, .help = std::move(help)});
    return std::nullopt;
  }

  Gold& gold_;
  const Document& document_;
  CodePoints code_points_;
  std::optional<compare::Unspaced> unspaced_;  // made when it is asked for
};

void Reader::read(std::string_view text, std::size_t number) {
  const Location where{gold_.path, number, 1};
  if (text.size() > kLongestLine) {
    gold_.problems.push_back({.code = "E-GOLD",
                              .message = fmt::format("the line is longer than {} bytes", kLongestLine),
                              .where = where,
                              .help = "one annotation is one JSON object on a line of its own"});
    return;
  }
  std::optional<GoldLine> line = compare::read_gold_line(text, where, gold_.problems);
  const std::optional<Span> place = line ? place_of(*line) : std::nullopt;
  if (!place) return;
  line->record.place = *place;
  gold_.records.push_back(std::move(line->record));
}

std::optional<Span> Reader::place_of(const GoldLine& line) {
  if (!line.start && !line.end) return find_quote(line);
  // Places are counted in the text that another program took out of the file.
  if (document_.format() != Format::kText && !line.quote.empty()) return find_quote(line);
  if (!line.start || !line.end)
    return refuse(line, "'start' and 'end' go together", "leave both out to have the quote looked for");
  const Span place{*line.start, *line.end};
  if (place.begin >= place.end || place.end > code_points_.size()) {
    return refuse(line,
                  fmt::format("characters {} to {} are no part of the document, which has {}", place.begin, place.end,
                              code_points_.size()),
                  "'start' and 'end' count characters from 0, line breaks included");
  }
  if (place.size() > kLongestQuote) {
    return refuse(line, fmt::format("the quote is longer than {} characters", kLongestQuote),
                  "quote the number with its unit, or the clause");
  }
  const std::string_view there = code_points_.text(place);
  if (!line.quote.empty() && there != line.quote) {
    gold_.problems.push_back(
        {.severity = Severity::kWarning,
         .code = "W-GOLD",
         .message = fmt::format("the document has '{}' there, not '{}'", shown(there), shown(line.quote)),
         .where = line.record.where,
         .help = "the document was changed after it was annotated; leave 'start' and 'end' out to "
                 "have the quote looked for"});
  }
  return place;
}

std::optional<Span> Reader::find_quote(const GoldLine& line) {
  if (line.quote.empty()) {
    return refuse(line, "the annotation does not say where it stands",
                  "give it a 'quote' and, if that occurs more than once, a 'context'; or 'start' and 'end'");
  }
  const std::optional<Span> found =
      document_.format() == Format::kText ? find_quote(document_.text(), line) : find_quote_unspaced(line);
  if (!found) return std::nullopt;
  const Span place = code_points_.of_text(*found);
  if (place.size() <= kLongestQuote) return place;
  return refuse(line, fmt::format("the quote is longer than {} characters", kLongestQuote),
                "quote the number with its unit, or the clause");
}

std::optional<Span> Reader::find_quote(std::string_view text, const GoldLine& line) {
  const std::string_view context = line.context.empty() ? line.quote : std::string_view(line.context);
  const Occurrence around = find_occurrence(text, context, line.nth);
  if (around.at == text.npos) {
    return refuse(line, fmt::format("'{}' occurs {} in the document", shown(context), times(around, line.nth)),
                  around.found > 1 ? "say which one with 'nth', or give more text around it as 'context'"
                                   : "copy it from the document as it is, spaces and line breaks (\\n) included");
  }
  const Occurrence quote = find_occurrence(context, line.quote, line.quote_nth);
  if (quote.at == context.npos) {
    return refuse(line, fmt::format("'{}' occurs {} in its context", shown(line.quote), times(quote, line.quote_nth)),
                  quote.found > 1 ? "say which one with 'quote_nth'" : "the context is text around the quote, with it");
  }
  const std::size_t begin = around.at + quote.at;
  return Span{begin, begin + line.quote.size()};
}

std::optional<Span> Reader::find_quote_unspaced(const GoldLine& line) {
  if (!unspaced_) unspaced_.emplace(document_.text());
  GoldLine bare;
  bare.record.where = line.record.where;
  bare.quote = compare::without_white_space(line.quote);
  bare.context = compare::without_white_space(line.context);
  bare.nth = line.nth;
  bare.quote_nth = line.quote_nth;
  if (bare.quote.empty()) return refuse(line, "the quote is white space", "quote the number with its unit");
  const std::optional<Span> found = find_quote(unspaced_->text(), bare);
  return found ? std::optional(unspaced_->to_source(*found)) : std::nullopt;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\v\f") == line.npos; }

}  // namespace

Gold read_gold(std::string path, std::string_view text, const Document& document) {
  Gold gold{.path = std::move(path), .records = {}, .problems = {}};
  Reader reader(gold, document);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_blank(line)) continue;
    if (reader.full()) {
      gold.problems.push_back(
          {.code = "E-GOLD",
           .message = "the rest of the file is left out: too many annotations or problems",
           .where = {gold.path, number, 1},
           .help = fmt::format("split the document, or mend what is reported first; at most {} annotations are read",
                               kMostRecords)});
      break;
    }
    reader.read(line, number);
  }
  return gold;
}

}  // namespace mubiao
