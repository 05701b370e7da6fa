// Build tool: rule files in, a .cpp with RuleSet::embedded_files(), RuleSet::embedded() and skeletons() out. Files in a
// folder `new` are the skeletons, and no part of the set.
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
#include "rules/skeletons.h"
#include "rules/snapshot.h"

namespace mubiao {
namespace {

)";

mubiao::RuleFile read(const std::filesystem::path& path, const std::string& name) {
  std::ifstream in(path, std::ios::binary);
  return {name, std::string(std::istreambuf_iterator<char>(in), {})};
}

void write_constants(std::ofstream& out, const std::string& name, const std::vector<mubiao::RuleFile>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) write_text(out, name + std::to_string(i), files[i].text);
}

// A function that gives the files of write_constants.
void write_function(std::ofstream& out, const std::string& function, const std::string& name,
                    const std::vector<mubiao::RuleFile>& files) {
  out << "const std::vector<RuleFile>& " << function << "() {\n  static const std::vector<RuleFile> files = {\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    out << "      {\"" << files[i].name << "\", std::string(" << name << i << ")},\n";
  }
  out << "  };\n  return files;\n}\n\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<mubiao::RuleFile> files;
  std::vector<mubiao::RuleFile> skeletons;
  for (int i = 2; i < argc; ++i) {
    const std::filesystem::path path = argv[i];
    if (path.parent_path().filename() == "new") {
      skeletons.push_back(read(path, path.stem().string()));
    } else {
      files.push_back(read(path, "rules/" + path.filename().string()));
    }
  }
  const auto rules = mubiao::RuleSet::load(files);
  if (!rules) {
    for (const auto& problem : rules.error()) std::fputs(to_text(problem).c_str(), stderr);
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << kHead;
  write_constants(out, "kFile", files);
  write_constants(out, "kSkeleton", skeletons);
  write_text(out, "kSnapshot", mubiao::write_snapshot(*rules));
  out << "}  // namespace\n\n";
  write_function(out, "RuleSet::embedded_files", "kFile", files);
  write_function(out, "rules::skeletons", "kSkeleton", skeletons);
  out << "const RuleSet& RuleSet::embedded() {\n"
         "  static const RuleSet& rules = *new RuleSet(read_snapshot(kSnapshot));  // for as long as the program runs\n"
         "  return rules;\n}\n\n}  // namespace mubiao\n";
  return out.good() ? 0 : 1;
}
