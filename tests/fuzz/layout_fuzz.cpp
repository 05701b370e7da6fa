// Any text as a rule file to be laid out: refused with a problem, or laid out for good. That it says the same as before
// is asserted by lay_out itself.

#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "mubiao/rule_layout.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const mubiao::RuleFile file{"fuzz.toml", std::string(reinterpret_cast<const char*>(data), size)};
  const auto text = mubiao::lay_out(file);
  if (!text) {
    REQUIRE(!text.error().empty());
    return 0;
  }
  REQUIRE(text->empty() || (text->ends_with('\n') && !text->starts_with('\n')));
  const auto again = mubiao::lay_out({file.name, *text});
  REQUIRE(again && *again == *text);
  return 0;
}
