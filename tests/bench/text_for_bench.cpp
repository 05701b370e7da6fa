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
  for (const fs::path& folder : {root / "samples", shared / "corpus" / "seeds", shared / "corpus" / "dev"}) {
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder, absent)) {
      const fs::path& path = entry.path();
      if (path.extension() == ".txt" && path.stem() != "gb18030") found.push_back(path);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The same text with other digits (never a leading zero where there was none), by a small generator.
std::string vary(std::string text, std::uint32_t seed) {
  for (char& c : text) {
    if (c < '1' || c > '9') continue;
    seed = seed * 1664525u + 1013904223u;
    c = static_cast<char>('1' + (seed >> 16) % 9);
  }
  return text;
}

}  // namespace

std::string plan_text(std::size_t bytes) {
  std::vector<std::string> texts;
  for (const fs::path& path : documents()) texts.push_back(read(path));
  std::string out;
  for (std::uint32_t round = 0; out.size() < bytes; ++round) {
    // The first round is as written: years stay years.
    for (const std::string& text : texts) out += round == 0 ? text : vary(text, round);
  }
  return out;
}

}  // namespace mubiao::bench
