// Reads title, number, issuers and date of issue from the head of a document.
// The door is MetadataRules::read. Rules say what a line is (`field`); here is how lines go together: issuers stand
// above a date, a title may take several lines, and a covering notice holds the title of what it hands on.
#include "extract/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extract/anchored_rule.h"
#include "extract/characters.h"
#include "extract/ordinal.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestLine = 300;  // bytes; what is longer is text
constexpr std::size_t kShortestTitle = 5;  // characters
constexpr std::size_t kLongestTitle = 120;
constexpr std::size_t kTailLines = 8;     // where a printing note may stand
constexpr std::size_t kTitleLines = 4;    // a title has no more lines
constexpr std::size_t kIssuerLines = 12;  // above a date

struct Title {
  std::string text;
  bool of_notice = false;
};

std::string key_of(std::string_view title) {
  std::string key = without_spaces(title);
  for (std::string_view mark : {"《", "》", "“", "”", "〈", "〉"})
    for (std::size_t at = key.find(mark); at != std::string::npos; at = key.find(mark, at)) key.erase(at, mark.size());
  return key;
}

std::optional<std::string> iso_date(const MetadataRules::Found& found) {
  const AnchoredMatch& match = found.match;
  const int year = read_ordinal(match.group("year")) + found.first_year - 1;
  const int month = read_ordinal(match.group("month"));
  const int day = read_ordinal(match.group("day"));
  if (year < 1949 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Span>& lines, const std::vector<bool>& skip,
         const MetadataRules& rules)
      : text_(text), lines_(lines), skip_(skip), rules_(rules) {}

  DocumentHead read(std::size_t head) {
    for (std::size_t i = 0; i < head; ++i) look_at(i);
    for (std::size_t i = std::max(head, lines_.size() - std::min(lines_.size(), kTailLines)); i < lines_.size(); ++i)
      look_at_tail(i);
    choose_title();
    if (!date_.empty())
      result_.metadata.issued = date_;
    else if (!printed_.empty())
      result_.metadata.issued = printed_;
    choose_issuers();
    mark_repeated_titles(head);
    return std::move(result_);
  }

 private:
  void boilerplate(std::size_t line) { result_.boilerplate.push_back(line); }

  void look_at(std::size_t i) {
    if (skip_[i] || i < joined_until_) return;
    const std::string_view line = slice(text_, lines_[i]);
    const auto found = rules_.field_of(line);
    if (!found) {
      issuer_lines_.clear();
      return;
    }
    const std::string_view field = found->field;
    if (field == "number" && !result_.metadata.number) {
      result_.metadata.number = without_spaces(found->match.group("number"));
      heads_ = issuer_lines_;
    }
    if (field == "date") take_date(*found);
    if (field == "printed" && printed_.empty()) printed_ = iso_date(*found).value_or("");
    if (field == "issuer") add_issuers(found->match.group("issuer"));
    if (field == "notice" || field == "title") take_title(found->match, field == "notice", i);
    if (field == "title-start") join_title(i);
    if (field != "issuer" && field != "chrome") issuer_lines_.clear();
    const bool is_part = field == "title-start" || field == "title-part";
    if (!is_part && (field != "title" || found->match.whole.size() == line.size())) boilerplate(i);
  }

  void look_at_tail(std::size_t i) {
    const auto found = rules_.tail_field_of(slice(text_, lines_[i]));
    if (!found) return;
    if (found->field == "printed" && printed_.empty()) printed_ = iso_date(*found).value_or("");
    boilerplate(i);
  }

  void add_issuers(std::string_view names) {
    for (std::string& name : rules_.issuers_of(names))
      if (issuer_lines_.size() < kIssuerLines) issuer_lines_.push_back(std::move(name));
  }

  void take_date(const MetadataRules::Found& found) {
    const auto date = iso_date(found);
    if (!date) return;
    add_issuers(found.match.group("issuer"));
    // A date below issuers is a signature and outdoes one that stands alone.
    const bool signature = !issuer_lines_.empty();
    if (!date_.empty() && (!signature || !signers_.empty())) return;
    date_ = *date;
    signers_ = issuer_lines_;
  }

  // The lines right above `line` that belong to the title whose last line it is; `line` if there are none.
  std::size_t first_line_of_title(std::size_t line) const {
    std::size_t first = line;
    while (first > joined_until_ && line - first + 1 < kTitleLines && !skip_[first - 1]) {
      const auto above = rules_.field_of(slice(text_, lines_[first - 1]));
      if (!above || above->field != "title-part") break;
      --first;
      if (!above->match.group("head").empty()) break;
    }
    return first;
  }

  void take_title(const AnchoredMatch& match, bool of_notice, std::size_t line) {
    Title title{without_spaces(match.group("title")), of_notice};
    if (!of_notice && match.group("head").empty() && match.group("issuer").empty() && titles_.empty()) {
      const std::size_t first = first_line_of_title(line);
      std::string above;
      for (std::size_t i = first; i < line; ++i) {
        above += slice(text_, lines_[i]);
        boilerplate(i);
      }
      title.text.insert(0, without_spaces(above));
      const auto whole = rules_.field_of(title.text);
      if (named_.empty() && whole && whole->field == "title") named_ = rules_.issuers_of(whole->match.group("issuer"));
    }
    const std::size_t length = count_characters(title.text);
    if (length < kShortestTitle || length > kLongestTitle) return;
    if (!of_notice && line + 1 < lines_.size()) {
      const auto tail = rules_.field_of(slice(text_, lines_[line + 1]));
      if (tail && tail->field == "title-tail") title.text += without_spaces(tail->match.whole);
    }
    if (named_.empty()) named_ = rules_.issuers_of(match.group("issuer"));
    if (named_.empty() && title.text.starts_with("关于")) named_ = issuer_lines_;
    titles_.push_back(std::move(title));
  }

  // A title of several lines: joined until a rule knows the whole.
  void join_title(std::size_t first) {
    std::string joined(slice(text_, lines_[first]));
    for (std::size_t i = first + 1; i < lines_.size() && i < first + kTitleLines; ++i) {
      joined += slice(text_, lines_[i]);
      const auto found = rules_.field_of(joined);
      if (!found || (found->field != "title" && found->field != "notice")) continue;
      std::vector<std::string> above = issuer_lines_;
      take_title(found->match, found->field == "notice", i);
      if (found->field == "title" && !above.empty() && found->match.group("issuer").empty()) {
        std::string issuers;
        for (const std::string& name : above) issuers += name;
        titles_.back().text.insert(0, issuers);
      }
      if (named_.empty()) named_ = above;
      for (std::size_t k = first; k <= i; ++k) boilerplate(k);
      joined_until_ = i + 1;
      return;
    }
  }

  // The plan's own title line, if a notice names the same; else what the notice names; else the first title.
  void choose_title() {
    const auto notice =
        std::find_if(titles_.begin(), titles_.end(), [](const Title& title) { return title.of_notice; });
    for (const Title& title : titles_) {
      const bool same = notice == titles_.end() || key_of(title.text).starts_with(key_of(notice->text));
      if (title.of_notice || !same) continue;
      result_.metadata.title = title.text;
      return;
    }
    if (notice != titles_.end()) result_.metadata.title = notice->text;
  }

  void choose_issuers() {
    // Layout may tear a signature apart; the head of a notice names as many issuers, and whole.
    const bool signed_well = signers_.size() > named_.size();
    result_.metadata.issuer = signed_well ? signers_ : !named_.empty() ? named_ : heads_;
  }

  void mark_repeated_titles(std::size_t head) {
    if (result_.metadata.title) {
      const std::string key = key_of(*result_.metadata.title);
      for (std::size_t i = 0; i < head; ++i)
        if (lines_[i].size() < 2 * key.size() + 16 && key_of(slice(text_, lines_[i])) == key) boilerplate(i);
    }
    auto& marked = result_.boilerplate;
    std::sort(marked.begin(), marked.end());
    marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
  }

  std::string_view text_;
  const std::vector<Span>& lines_;
  const std::vector<bool>& skip_;
  const MetadataRules& rules_;

  DocumentHead result_;
  std::vector<Title> titles_;
  std::vector<std::string> issuer_lines_;  // issuers on the lines just above
  std::vector<std::string> signers_;       // above the date
  std::vector<std::string> named_;         // in the title
  std::vector<std::string> heads_;         // above the document number
  std::string date_;
  std::string printed_;
  std::size_t joined_until_ = 0;
};

}  // namespace

namespace {

// The metadata rules for one of these fields.
template <typename Wanted>
std::vector<const Rule*> rules_for(const RuleSet& set, Wanted wanted) {
  std::vector<const Rule*> out;
  for (const Rule* rule : set.rules(RuleKind::kMetadata))
    if (wanted(set_value(*rule, "field"))) out.push_back(rule);
  return out;
}

// "plan", "reference" and "cited" are about the time the text speaks from: document_time.h.
bool is_of_line(std::string_view field) {
  return field != "organization" && field != "plan" && field != "reference" && field != "cited";
}
bool is_of_tail(std::string_view field) { return field == "printed" || field == "chrome"; }

}  // namespace

MetadataRules::MetadataRules(const RuleSet& rules)
    : set_(rules), lines_(rules_for(set_, is_of_line)), tail_lines_(rules_for(set_, is_of_tail)) {
  for (const Rule* rule : rules_with(set_, RuleKind::kMetadata, "field", "organization"))
    organization_.emplace_back(*rule);
}

MetadataRules::LineRules::LineRules(const std::vector<const Rule*>& rules)
    : index_(rules, LiteralIndex::Text::kSource) {
  for (const Rule* rule : rules) rules_.emplace_back(*rule);
}

std::optional<MetadataRules::Found> MetadataRules::LineRules::first_match(std::string_view line) const {
  const std::string_view window = clip(line, kLongestLine);
  LiteralIndex::Hits hits;
  index_.search(window, hits);
  std::optional<Found> found;
  hits.each([&](std::size_t r) {
    const Rule& rule = rules_[r].rule();
    if (auto match = rules_[r].find_likely(window))
      found = Found{set_value(rule, "field"), *std::move(match), first_year_of(rule)};
    return found.has_value();
  });
  return found;
}

std::optional<MetadataRules::Found> MetadataRules::field_of(std::string_view line) const {
  return lines_.first_match(line);
}

std::optional<MetadataRules::Found> MetadataRules::tail_field_of(std::string_view line) const {
  return tail_lines_.first_match(line);
}

std::vector<std::string> MetadataRules::issuers_of(std::string_view names) const {
  std::vector<std::string> issuers;
  while (!(names = trim(names)).empty() && !organization_.empty()) {
    const auto match = organization_.front().match(names);
    if (!match || match->whole.empty()) break;
    issuers.push_back(without_spaces(match->group("issuer")));
    names.remove_prefix(match->whole.size());
  }
  return issuers;
}

DocumentHead MetadataRules::read(std::string_view text, const std::vector<Span>& lines, std::size_t head,
                                 const std::vector<bool>& skip) const {
  return Reader(text, lines, skip, *this).read(std::min(head, lines.size()));
}

}  // namespace mubiao
