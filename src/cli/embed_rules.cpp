// Build tool: rule files in, a .cpp with RuleSet::embedded_files() and RuleSet::embedded() out.
// A set that does not load stops the build, with the messages that `rules check` gives.
//   mubiao-embed-rules OUTPUT.cpp FILE.toml...
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "mubiao/diagnostic.h"
#include "rules/snapshot.h"

namespace {

// A constant for `text`: one string literal, written as many.
void write_text(std::ofstream& out, const std::string& name, const std::string& text) {
  constexpr std::size_t kLine = 2000;
  out << "constexpr std::string_view " << name << "(";
  for (std::size_t at = 0; at < text.size(); at += kLine) {
    out << "\n    \"";
    const std::string line = text.substr(at, kLine);
    for (const char c : line) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '_' || c == '.' || c == '=';
      if (plain) out << c;
      else out << escaped;
    }
    out << "\"";
  }
  out << ", " << text.size() << ");\n\n";
}

constexpr const char* kHead = R"(// Made by mubiao-embed-rules from rules/*.toml.
#include <string>
#include <string_view>

#include "mubiao/rule.h"
#include "rules/snapshot.h"

namespace mubiao {
namespace {

)";

}  // namespace

int main(int argc, char** argv) {
  std::vector<mubiao::RuleFile> files;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    files.push_back({"rules/" + std::filesystem::path(argv[i]).filename().string(),
                     std::string(std::istreambuf_iterator<char>(in), {})});
  }
  const auto rules = mubiao::RuleSet::load(files);
  if (!rules) {
    for (const auto& problem : rules.error()) std::fputs(to_text(problem).c_str(), stderr);
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << kHead;
  for (std::size_t i = 0; i < files.size(); ++i) write_text(out, "kFile" + std::to_string(i), files[i].text);
  write_text(out, "kSnapshot", mubiao::write_snapshot(*rules));
  out << "}  // namespace\n\nconst std::vector<RuleFile>& RuleSet::embedded_files() {\n"
         "  static const std::vector<RuleFile> files = {\n";
  for (std::size_t i = 0; i < files.size(); ++i) out << "      {\"" << files[i].name << "\", std::string(kFile" << i << ")},\n";
  out << "  };\n  return files;\n}\n\nconst RuleSet& RuleSet::embedded() {\n"
         "  static const RuleSet& rules = *new RuleSet(read_snapshot(kSnapshot));  // for as long as the program runs\n"
         "  return rules;\n}\n\n}  // namespace mubiao\n";
  return out.good() ? 0 : 1;
}
