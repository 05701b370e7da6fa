# cmake -DOUTPUT=embedded.cpp -DFILES=a.toml;b.toml -P embed.cmake
# Writes a .cpp that holds the files, a string literal for each line: compilers limit the length of one.
set(arrays "")
set(files "")
set(number 0)
foreach(path IN LISTS FILES)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" text)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  string(REPLACE "\r" "\\r" text "${text}")
  string(REPLACE "\n" "\\n\",\n    \"" text "${text}")
  string(APPEND arrays "constexpr std::string_view kLines${number}[] = {\n    \"${text}\"};\n\n")
  string(APPEND files "    {\"rules/${name}\", join(kLines${number})},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Made by src/rules/embed.cmake from rules/*.toml.
#include <span>
#include <string_view>

#include \"mubiao/rule.h\"

namespace mubiao {
namespace {

${arrays}std::string join(std::span<const std::string_view> lines) {
  std::string out;
  for (const std::string_view line : lines) out += line;
  return out;
}

}  // namespace

const std::vector<RuleFile>& RuleSet::embedded_files() {
  static const std::vector<RuleFile> files = {
${files}  };
  return files;
}

}  // namespace mubiao
")
