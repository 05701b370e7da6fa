// From an expanded pattern to RE2, and from RE2's error to the place and the words an author can use.
// RE2 names only the characters it stumbled over (error_arg), not where: the place is the first occurrence
// up to which the pattern is already refused for the same reason.
#include "rules/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mubiao::rules {
namespace {

constexpr std::int64_t kMaxMemory = 8 << 20;
// A rule of the default set takes some hundreds; [^。]{0,40} twice 1,600.
constexpr int kMostInstructions = 20000;
// What it costs to compile, in instructions. RE2 may take the square of a program's size (x?x?x?…), a share of which
// is counted; and it may have compiled much of a pattern before it gave up.
constexpr std::size_t kSquared = 1000;
constexpr std::size_t kRefused = 200'000;
constexpr std::size_t kRefusedByte = 100;
constexpr std::size_t kMostGroupsInside = 200;  // whatever reads patterns may go as deep as they do

re2::RE2::Options options() {
  re2::RE2::Options out;
  out.set_log_errors(false);
  out.set_max_mem(kMaxMemory);
  return out;
}

struct Words {
  std::string code = "E-RE2";
  std::string message;
  std::string help;
};

struct Known {
  std::string_view begins;  // what stands at the place
  std::string_view message;
  std::string_view help;
  std::string_view code = "E-RE2";
};

// Constructs of other engines, longest first where one begins another.
constexpr std::array kForeign = {
    Known{"(?=", "look-ahead '(?=' is not in RE2",
          "match the text that follows as part of the pattern, outside of the named groups"},
    Known{"(?!", "negative look-ahead '(?!' is not in RE2",
          "match without it, and say where the rule is silent with [[rules.unless]] in = \"after\""},
    Known{"(?<=", "look-behind '(?<=' is not in RE2",
          "match the text before as part of the pattern, outside of the named groups"},
    Known{"(?<!", "negative look-behind '(?<!' is not in RE2",
          "match without it, and say where the rule is silent with [[rules.unless]] in = \"before\""},
    Known{"(?<", "a named group is written (?P<name>…) here, not (?<name>…)",
          "write (?P<name>…), or {fragment:name} if it holds just a fragment", "E-RE2-NAME"},
    Known{"(?'", "a named group is written (?P<name>…) here, not (?'name'…)",
          "write (?P<name>…), or {fragment:name} if it holds just a fragment", "E-RE2-NAME"},
    Known{"(?>", "an atomic group '(?>' is not in RE2", "write (?:…): RE2 never backtracks, so nothing is lost"},
    Known{"(?x", "the flag (?x) is not in RE2", "write the pattern as an array of parts, with a comment behind each"},
    Known{"(?#", "a comment '(?#' is not in RE2", "write the pattern as an array of parts, with a comment behind each"},
    Known{"(?P=", "a backreference '(?P=' is not in RE2", "spell the repeated text out, or write several rules"},
    Known{"(?|", "a branch reset '(?|' is not in RE2", "write one rule for each alternative"},
    Known{"(?(", "a condition '(?(' is not in RE2", "write one rule for each case"},
    Known{"(?R", "recursion '(?R' is not in RE2", "spell out as many levels as occur"},
    Known{"\\k", "a backreference \\k is not in RE2", "spell the repeated text out, or write several rules"},
    Known{"\\Z", "\\Z is not in RE2", "write \\z or $ for the end of the text"},
    Known{"\\u", "\\u is not in RE2", "write the character itself, or \\x{4E00}"},
    Known{"\\h", "\\h is not in RE2", "write [ \\t]"},
    Known{"\\K", "\\K is not in RE2", "give what is wanted a named group"},
    Known{"\\G", "\\G is not in RE2", "write ^ for the begin of the text"},
};

Words known_words(const Known& known) {
  return {std::string(known.code), std::string(known.message), std::string(known.help)};
}

bool is_possessive(std::string_view argument) {
  return argument.size() > 1 && argument.ends_with('+') &&
         std::string_view("*+?}").find(argument[argument.size() - 2]) != std::string_view::npos;
}

// {5,2}, as against {1,2000}
bool repeats_downwards(std::string_view argument) {
  const std::size_t comma = argument.find(',');
  if (comma == std::string_view::npos || argument.size() < 5) return false;
  const std::string_view least = argument.substr(1, comma - 1);
  const std::string_view most = argument.substr(comma + 1, argument.size() - comma - 2);
  return !most.empty() && (least.size() == most.size() ? least > most : least.size() > most.size());
}

Words words_for(const re2::RE2& regex, std::string_view at_place) {
  const std::string& argument = regex.error_arg();
  if (argument.size() == 2 && argument[0] == '\\' && argument[1] >= '1' && argument[1] <= '9') {
    return {"E-RE2", fmt::format("a backreference {} is not in RE2", argument),
            "spell the repeated text out, or write several rules"};
  }
  for (const Known& known : kForeign) {
    if (!argument.empty() && at_place.starts_with(known.begins)) return known_words(known);
  }
  switch (regex.error_code()) {
    case re2::RE2::ErrorRepeatOp:
      if (is_possessive(argument)) {
        return {"E-RE2", fmt::format("a possessive repetition '{}' is not in RE2", argument),
                fmt::format("write '{}': RE2 never backtracks, so nothing is lost",
                            argument.substr(0, argument.size() - 1))};
      }
      return {"E-RE2", fmt::format("'{}' repeats a repetition", argument),
              "drop one of them, or put brackets between: (?:x{2}){3}"};
    case re2::RE2::ErrorRepeatArgument:
      return {"E-RE2", fmt::format("nothing stands before '{}' to repeat", argument),
              fmt::format("write \\{} for the character itself", argument.empty() ? "*" : argument.substr(0, 1))};
    case re2::RE2::ErrorRepeatSize:
      return {"E-RE2",
              fmt::format("'{}' repeats {}", argument, repeats_downwards(argument) ? "from more to less" : "too often"),
              "write the smaller number first; all repetitions inside each other may come to 1000 at most"};
    case re2::RE2::ErrorBadEscape:
      return {"E-RE2", fmt::format("'{}' is no escape of RE2", argument), "escapes are listed in RE2's syntax page"};
    case re2::RE2::ErrorBadCharRange:
      if (argument.starts_with("\\p") || argument.starts_with("\\P")) {
        return {"E-RE2", fmt::format("'{}' is no class of characters", argument),
                "write a script or a category: \\p{Han}, \\p{L}, \\p{N}, \\p{P}"};
      }
      return {"E-RE2", fmt::format("'{}' is no range of characters", argument),
              "a range goes upwards: a-z; a '-' for itself stands first or last in the class"};
    case re2::RE2::ErrorTrailingBackslash:
      return {"E-RE2", "a backslash ends the pattern and escapes nothing", "write \\\\ for a backslash"};
    case re2::RE2::ErrorBadNamedCapture:
      return {"E-RE2", fmt::format("'{}' is no named group", argument), "write (?P<name>…)"};
    case re2::RE2::ErrorBadPerlOp:
      return {"E-RE2", fmt::format("'{}' is not in RE2", argument),
              "a group without capture is (?:…), flags are (?i), (?s)"};
    case re2::RE2::ErrorPatternTooLarge:
      return {"E-LIMIT", "the pattern is too large to compile", "shorten counted repetitions such as {0,40}"};
    default:
      return {"E-RE2", regex.error(), ""};
  }
}

// The occurrence of error_arg that RE2 means: the first one with which a prefix of the pattern that ends
// there is refused for the same reason. The reason stays once it is met, so that bisection finds it.
std::optional<std::size_t> find_error(const re2::RE2& regex) {
  const std::string& pattern = regex.pattern();
  const std::string& argument = regex.error_arg();
  if (regex.error_code() == re2::RE2::ErrorTrailingBackslash) return pattern.size() - 1;
  if (argument.empty()) return std::nullopt;
  std::vector<std::size_t> occurrences;
  for (std::size_t at = pattern.find(argument); at != std::string::npos; at = pattern.find(argument, at + 1)) {
    occurrences.push_back(at);
  }
  const auto met = std::partition_point(occurrences.begin(), occurrences.end(), [&](std::size_t at) {
    const re2::RE2 prefix(pattern.substr(0, at + argument.size()), options());
    return prefix.error_code() != regex.error_code();
  });
  if (met != occurrences.end()) return *met;
  return occurrences.empty() ? std::nullopt : std::optional(occurrences.front());
}

std::string owner_text(const Expansion& expansion, std::optional<std::size_t> at, std::string_view owner,
                       const FragmentTable& fragments) {
  const std::uint32_t fragment = at ? expansion.origins[*at].fragment : 0;
  if (fragment == 0) return std::string(owner);
  return fmt::format("the fragment '{}', used by {}", fragments.name(fragment), owner);
}

// How many groups of an accepted pattern stand inside each other.
std::size_t depth_of(std::string_view pattern) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  std::size_t class_begin = std::string_view::npos;  // where the first member of an open class stands
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (class_begin != std::string_view::npos) {
      if (pattern[i] == ']' && i > class_begin) class_begin = std::string_view::npos;
    } else if (pattern[i] == '[') {
      if (pattern.substr(i + 1, 1) == "^") ++i;
      class_begin = i + 1;
    } else if (pattern[i] == '(') {
      deepest = std::max(deepest, ++depth);
    } else if (pattern[i] == ')' && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

// Reports what an accepted pattern has too much of. True if nothing.
bool is_within_limits(const re2::RE2& regex, Place whole, std::string_view owner, Problems& problems) {
  if (regex.ProgramSize() > kMostInstructions) {
    problems.error("E-LIMIT", whole,
                   fmt::format("the pattern of {} takes {} instructions, more than {}", owner, regex.ProgramSize(),
                               kMostInstructions),
                   "shorten counted repetitions such as {0,40}: within a sentence .*? does the same");
    return false;
  }
  if (depth_of(regex.pattern()) > kMostGroupsInside) {
    problems.error("E-LIMIT", whole,
                   fmt::format("the pattern of {} has more than {} groups inside each other", owner, kMostGroupsInside),
                   "take out groups around groups; a fragment is a group already");
    return false;
  }
  return true;
}

// Reports that all patterns together cost too much, the first time it is so.
void pay_for(const re2::RE2& regex, Place whole, FragmentTable& fragments, Problems& problems) {
  const auto size = static_cast<std::size_t>(regex.ok() ? regex.ProgramSize() : 0);
  const std::size_t taken = std::min<std::size_t>(size, kMostInstructions);  // more is refused anyway
  const std::size_t cost =
      regex.ok() ? size + taken * taken / kSquared : kRefused + kRefusedByte * regex.pattern().size();
  std::size_t& left = fragments.instructions_left();
  left -= std::min(cost, left);
  if (left > 0) return;
  problems.error("E-LIMIT", whole,
                 fmt::format("the patterns of the set take more than {} instructions together: no more are compiled",
                             FragmentTable::kMostInstructions),
                 "shorten counted repetitions such as {0,40}, or make two sets of it");
}

}  // namespace

std::shared_ptr<const re2::RE2> compile(const Expansion& expansion, Place whole, std::string_view owner,
                                        FragmentTable& fragments, Problems& problems) {
  if (fragments.instructions_left() == 0) return nullptr;
  auto regex = std::make_shared<const re2::RE2>(expansion.text, options());
  pay_for(*regex, whole, fragments, problems);
  if (regex->ok()) return is_within_limits(*regex, whole, owner, problems) ? regex : nullptr;
  const std::optional<std::size_t> at = find_error(*regex);
  const Words words = words_for(*regex, at ? std::string_view(expansion.text).substr(*at) : "");
  Place place = whole;
  if (at) {
    const Origin origin = expansion.origins[*at];
    const std::size_t length = std::max<std::size_t>(regex->error_arg().size(), 1);
    const Origin last = expansion.origins[std::min(*at + length, expansion.origins.size()) - 1];
    place = {origin.file, origin.offset, origin.offset + 1};
    if (last.file == origin.file && last.offset > origin.offset) place.end = last.offset + 1;
  }
  problems.error(words.code, place,
                 fmt::format("{}; in {}", words.message, owner_text(expansion, at, owner, fragments)), words.help);
  return nullptr;
}

}  // namespace mubiao::rules
