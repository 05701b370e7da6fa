// The text that benchmarks run over.
//
// Door: plan_text.

#include "text_for_bench.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

namespace mubiao::bench {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

std::vector<fs::path> documents() {
  const char* named = std::getenv("MUBIAO_SHARED");
  const fs::path root = MUBIAO_SOURCE_DIR;
  const fs::path shared = named ? fs::path(named) : root / ".." / "shared";
  std::vector<fs::path> found;
  const fs::path corpus = shared / "corpus";
  for (const fs::path& folder : {root / "samples", corpus / "seeds", corpus / "dev", corpus / "extra"}) {
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder, absent)) {
      const fs::path& path = entry.path();
      if (path.extension() == ".txt" && path.stem() != "gb18030" && path.stem() != "big5") found.push_back(path);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 2030, but not 12030: with other digits a year would be a quantity of years, of which no plan has that many.
bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// The same text with other digits (never a leading zero where there was none, and years as they are), by a small
/// generator.
std::string vary(std::string text, std::uint32_t seed) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool keep = is_year(std::string_view(text).substr(begin, end - begin));
    for (std::size_t i = begin; i < end && !keep; ++i) {
      if (text[i] == '0') continue;
      seed = seed * 1664525u + 1013904223u;
      text[i] = static_cast<char>('1' + (seed >> 16) % 9);
    }
    begin = end + 1;
  }
  return text;
}

}  // namespace

std::string plan_text(std::size_t bytes) {
  std::vector<std::string> texts;
  for (const fs::path& path : documents()) texts.push_back(read(path));
  std::string out;
  for (std::uint32_t round = 0; out.size() < bytes; ++round) {
    // The first round is as written.
    for (const std::string& text : texts) out += round == 0 ? text : vary(text, round);
  }
  return out;
}

}  // namespace mubiao::bench
