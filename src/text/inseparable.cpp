// Line breaks that only a wrap makes: before a closing mark, behind an opening one, inside a number.
// Door: are_inseparable.
#include "text/inseparable.h"

#include "text/characters.h"

namespace mubiao {
namespace {

bool begins_with_digit(std::string_view line) { return !line.empty() && is_ascii_digit(line[0]); }

bool ends_with_digit(std::string_view line) { return !line.empty() && is_ascii_digit(line.back()); }

}  // namespace

bool are_inseparable(std::string_view before, std::string_view after) {
  static constexpr CharacterSet kCloses("，,。、;:!?)]}”’》〉」』】〕");
  static constexpr CharacterSet kOpensOn("第(《“〔");
  static constexpr CharacterSet kDashes("—–-~");
  const std::string_view first = character_at(after, 0);
  const std::string_view last = character_before(before, before.size());
  if (is_common_han(first) && is_common_han(last) && last != "第") return false;  // as most lines do
  if (kCloses.contains(first) || kOpensOn.contains(last)) return true;
  if (first == "%" || first == "‰") return ends_with_digit(before);
  if (first == ".") return begins_with_digit(after.substr(1));
  return kDashes.contains(last) && begins_with_digit(after) &&
         ends_with_digit(before.substr(0, before.size() - last.size()));
}

}  // namespace mubiao
