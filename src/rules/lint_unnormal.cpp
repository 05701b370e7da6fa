// Characters that never stand in folded text. Door: lint_unnormal.
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "mubiao/normalize.h"
#include "rules/pattern_lints.h"
#include "text/terminal.h"

namespace mubiao::rules {
namespace {

constexpr char32_t kMostInRange = 256;

// Whether folding replaces a character, asked once for each.
class Folding {
 public:
  bool replaces(char32_t c) {
    const bool ideograph = c >= 0x3400 && c < 0xA000;  // nearly all of a pattern
    if (c < 0x80 || ideograph || c >= 0x110000 || (c >= 0xD800 && c < 0xE000)) return false;
    const auto [known, added] = known_.try_emplace(c, false);
    if (added) known->second = fold_characters(to_utf8(c)) != to_utf8(c);
    return known->second;
  }

  // All of a member, so that it is there for nothing.
  bool replaces(const SetMember& member) {
    if (member.named || member.last < member.first || member.last - member.first >= kMostInRange) return false;
    for (char32_t c = member.first; c <= member.last; ++c) {
      if (!replaces(c)) return false;
    }
    return true;
  }

 private:
  std::unordered_map<char32_t, bool> known_;
};

// What to write for a character, as it must be written in a pattern.
std::string written(char32_t c) {
  std::string out;
  for (const char byte : fold_characters(to_utf8(c))) {
    if (std::string_view(R"(\.+*?()|[]{}^$)").find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
  return out;
}

void report_character(const LintedPattern& pattern, const PatternNode& node, LintReport& report) {
  const std::string as_folded = written(node.character);
  report.at("E-UNNORMAL", pattern, node.begin, node.end,
            fmt::format("'{}' never stands in the text: rules see it folded, as '{}'", to_utf8(node.character),
                        fold_characters(to_utf8(node.character))),
            as_folded == " " ? "write a blank, or \\s" : fmt::format("write {}: it matches both forms", as_folded));
}

void report_member(const LintedPattern& pattern, const SetMember& member, LintReport& report) {
  const bool range = member.first != member.last;
  const std::string what = range ? fmt::format("'{}' to '{}'", to_utf8(member.first), to_utf8(member.last))
                                 : fmt::format("'{}'", to_utf8(member.first));
  const std::string first = fold_characters(to_utf8(member.first));
  std::string help =
      fmt::format("write {}, or take it out if that is in the class already",
                  range ? fmt::format("{}-{}", first, fold_characters(to_utf8(member.last))) : written(member.first));
  std::size_t at = 0;
  next_code_point(first, at);
  if (at != first.size())
    help = fmt::format("take it out of the class: its folded form is several characters, '{}'", first);
  report.at("E-UNNORMAL", pattern, member.begin, member.end,
            fmt::format("{} in this class never stands in the text: rules see it folded", what), std::move(help));
}

}  // namespace

void lint_unnormal(const LintedPattern& pattern, LintReport& report) {
  Folding folding;
  for (const PatternNode& node : pattern.tree.nodes()) {
    if (report.full()) return;
    if (node.kind == PatternNode::Kind::kCharacter && folding.replaces(node.character)) {
      report_character(pattern, node, report);
    }
    for (const SetMember& member : node.members) {
      if (folding.replaces(member)) report_member(pattern, member, report);
    }
  }
}

}  // namespace mubiao::rules
