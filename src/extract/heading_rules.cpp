// What a heading rule says of a line. Door: HeadingRules.
// Most lines are no heading: which rules can match a line is known by its first character.
#include "extract/heading_rules.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <utility>

#include "extract/characters.h"
#include "extract/ordinal.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

// A rule is tried on so many bytes of a line: more than a title holds, or an entry of a table of contents.
constexpr std::size_t kWindow = 300;
constexpr std::string_view kStop = "。";

constexpr std::array<std::pair<std::string_view, MarkRole>, 12> kRoles = {{{"single", MarkRole::kSingle},
                                                                           {"part", MarkRole::kPart},
                                                                           {"box", MarkRole::kBox},
                                                                           {"appendix", MarkRole::kAppendix},
                                                                           {"contents", MarkRole::kContents},
                                                                           {"entry", MarkRole::kEntry},
                                                                           {"caption", MarkRole::kCaption},
                                                                           {"item", MarkRole::kItem},
                                                                           {"note", MarkRole::kNote},
                                                                           {"opening", MarkRole::kOpening},
                                                                           {"date", MarkRole::kDate},
                                                                           {"salutation", MarkRole::kSalutation}}};

MarkRole role_of(const Rule& rule) {
  const std::string_view name = set_value(rule, "role");
  for (const auto& [surface, role] : kRoles)
    if (surface == name) return role;
  return MarkRole::kNumbered;
}

// Roles whose rules match a whole line or nothing.
bool takes_the_line(MarkRole role) {
  return role != MarkRole::kNumbered && role != MarkRole::kItem && role != MarkRole::kNote;
}

std::bitset<256> first_bytes(const CharacterRanges& characters) {
  constexpr char32_t kLast = 0x10FFFF;
  std::bitset<256> bytes;
  for (const CharacterRanges::Range range : characters.ranges()) {
    for (std::size_t b = first_byte(range.first); b <= first_byte(std::min(range.last, kLast)); ++b) bytes.set(b);
  }
  return bytes;
}

int rank_of(const Rule& rule) { return read_ordinal(set_value(rule, "level")); }

}  // namespace

std::size_t skip_title_end(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with(kStop))
    offset += kStop.size();
  else if (rest.starts_with(":") || rest.starts_with(";") || rest.starts_with("!"))
    offset += 1;
  while (offset < text.size() && is_blank(text[offset])) ++offset;
  return offset;
}

HeadingRules::HeadingRules(const RuleSet& rules) : set_(rules) {
  int type = 0;
  for (const Rule* rule : set_.rules(RuleKind::kHeading))
    rules_.push_back({AnchoredRule(*rule), role_of(*rule), type++, rank_of(*rule)});
  sort_by_first_character();
}

// Characters between two borders begin matches of the same rules. Those beyond the table are taken together.
void HeadingRules::sort_by_first_character() {
  std::vector<char32_t> borders = {0};
  for (const HeadingRule& heading : rules_) {
    for (const CharacterRanges::Range range : heading.rule.first_characters().ranges()) {
      borders.push_back(range.first);
      borders.push_back(range.last + 1);
    }
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  borders.erase(std::lower_bound(borders.begin(), borders.end(), kTableSize), borders.end());
  add_candidates([](const CharacterRanges& first) { return first.reaches(kTableSize); });
  by_character_.resize(kTableSize);
  for (std::size_t i = 0; i < borders.size(); ++i) {
    const auto end = i + 1 < borders.size() ? borders[i + 1] : kTableSize;
    std::fill(by_character_.begin() + borders[i], by_character_.begin() + end,
              static_cast<std::uint16_t>(candidates_.size()));
    add_candidates([character = borders[i]](const CharacterRanges& first) { return first.contains(character); });
  }
}

template <typename Begins>
void HeadingRules::add_candidates(Begins begins) {
  Candidates out;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const MarkRole role = rules_[i].role;
    if (role == MarkRole::kOpening || !begins(rules_[i].rule.first_characters())) continue;
    out.at.push_back(i);
    if (role == MarkRole::kNumbered) out.numbered.push_back(i);
    if (role == MarkRole::kItem) continue;
    out.opening_block.push_back(i);
    const CharacterRanges* last = rules_[i].rule.last_characters();
    out.last_leads |= last != nullptr ? first_bytes(*last) : ~std::bitset<256>();
  }
  candidates_.push_back(std::move(out));
}

std::optional<Mark> HeadingRules::read(const HeadingRule& heading, std::string_view text) const {
  const std::string_view window = clip(text, kWindow);
  const auto match = heading.rule.match(window);
  if (!match) return std::nullopt;
  const bool cut = window.size() < text.size() && match->whole.size() == window.size();
  if (cut && takes_the_line(heading.role)) return std::nullopt;
  Mark mark;
  mark.sentence = cut;
  mark.role = heading.role;
  mark.type = heading.type;
  mark.rank = heading.rank;
  mark.ordinal = read_ordinal(match->group("mark"));
  mark.has_colon = match->group("mark").ends_with(':');
  const std::string_view whole = trim(match->whole);
  mark.span = {0, whole.size()};
  mark.body = skip_title_end(text, match->whole.size());
  mark.has_text = mark.body < text.size();
  const std::string_view title = match->group("title");
  if (!title.empty()) mark.title = without_spaces(mark.role == MarkRole::kAppendix ? title : whole);
  return mark;
}

std::optional<Mark> HeadingRules::at(std::string_view text) const {
  if (text.empty()) return std::nullopt;
  const std::vector<std::size_t>& tried = candidates(text).at;
  if (tried.empty()) return std::nullopt;
  const char32_t last = last_character(clip(text, kWindow));
  for (const std::size_t i : tried) {
    if (!rules_[i].rule.may_end_with(last) || (takes_the_line(rules_[i].role) && text.size() > kWindow)) continue;
    if (auto mark = read(rules_[i], text)) return mark;
  }
  return std::nullopt;
}

std::optional<Mark> HeadingRules::numbered_at(std::string_view text, int above) const {
  if (text.empty()) return std::nullopt;
  for (const std::size_t i : candidates(text).numbered)
    if (rules_[i].rank > above)
      if (auto mark = read(rules_[i], text)) return mark;
  return std::nullopt;
}

bool HeadingRules::opens_block(std::string_view line) const {
  if (line.empty()) return false;
  const Candidates& tried = candidates(line);
  const std::string_view window = clip(line, kWindow);
  std::size_t last_lead = window.size() - 1;
  while (last_lead > 0 && is_continuation(window[last_lead])) --last_lead;
  if (!tried.last_leads[static_cast<std::uint8_t>(window[last_lead])]) return false;
  const char32_t last = last_character(window);
  return std::any_of(tried.opening_block.begin(), tried.opening_block.end(), [&](std::size_t i) {
    return rules_[i].rule.may_end_with(last) && rules_[i].rule.matches(window);
  });
}

std::size_t HeadingRules::find_opening(std::string_view title) const {
  std::size_t first = title.size();
  for (const HeadingRule& rule : rules_) {
    if (rule.role != MarkRole::kOpening) continue;
    const auto match = rule.rule.find(title);
    if (match) first = std::min(first, static_cast<std::size_t>(match->whole.data() - title.data()));
  }
  return first;
}

}  // namespace mubiao
