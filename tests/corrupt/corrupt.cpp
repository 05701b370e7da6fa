// Damages files at random and reads them: whatever comes of it, it must come in time, and not be a crash.
//   corrupt [--count N] [--seed N] [--budget SECONDS] FILE...
// Each file is damaged N times, or as often as its budget allows. The same seed does the same damage.
#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "mubiao/extract.h"
#include "mubiao/read.h"

namespace {

using Clock = std::chrono::steady_clock;
using Random = std::mt19937_64;

constexpr double kLimit = 10;    // seconds that reading a damaged file is given: to use them up is an outcome
constexpr double kLongest = 20;  // and that it may take until it ends, on a busy machine

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::size_t below(Random& random, std::size_t end) { return end == 0 ? 0 : random() % end; }

void flip_bits(std::string& bytes, Random& random) {
  for (std::size_t n = 1 + below(random, 32); n > 0 && !bytes.empty(); --n) {
    bytes[below(random, bytes.size())] ^= static_cast<char>(1 << below(random, 8));
  }
}

void truncate(std::string& bytes, Random& random) { bytes.resize(below(random, bytes.size() + 1)); }

void overwrite(std::string& bytes, Random& random) {
  const std::size_t begin = below(random, bytes.size());
  const std::size_t size = below(random, std::min<std::size_t>(bytes.size() - begin, 256) + 1);
  for (std::size_t i = begin; i < begin + size; ++i) bytes[i] = static_cast<char>(random());
}

void splice(std::string& bytes, Random& random) {
  const std::string piece = bytes.substr(below(random, bytes.size()), below(random, 4096));
  bytes.insert(below(random, bytes.size()), piece);
}

void cut_out(std::string& bytes, Random& random) { bytes.erase(below(random, bytes.size()), below(random, 4096)); }

std::string damaged(std::string bytes, Random& random) {
  using Damage = void (*)(std::string&, Random&);
  constexpr Damage kDamages[] = {flip_bits, flip_bits, truncate, overwrite, splice, cut_out};
  for (std::size_t n = 1 + below(random, 3); n > 0 && !bytes.empty(); --n) {
    kDamages[below(random, std::size(kDamages))](bytes, random);
  }
  return bytes;
}

/// What came of one document: "read", or the code of the error.
std::string outcome_of(const std::string& name, std::string bytes, std::optional<mubiao::Format> format,
                       const mubiao::Extractor& extractor) {
  const Clock::time_point begin = Clock::now();
  mubiao::ReadOptions options;
  options.format = format;
  options.goes_on = [begin] { return seconds_since(begin) < kLimit; };
  const mubiao::Result<mubiao::Document> document = mubiao::read_document(name, std::move(bytes), options);
  if (!document) return document.error().front().code;
  const mubiao::Extraction extraction = extractor.extract(*document);
  for (const mubiao::Record& record : extraction.records) {
    const bool is_there = record.bytes.begin <= record.bytes.end;
    if (!is_there) return "NOWHERE";
  }
  return extraction.records.empty() ? "read, nothing found" : "read, with records";
}

struct Arguments {
  std::size_t count = 10'000;
  std::uint64_t seed = 1;
  double budget = 1e9;
  std::vector<std::string> files;
};

/// False if one of them was too slow.
bool damage(const std::string& file, const Arguments& arguments, const mubiao::Extractor& extractor) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  if (bytes.empty()) {
    std::printf("%s: cannot be read, or is empty\n", file.c_str());
    return false;
  }
  Random random(arguments.seed);
  const mubiao::Format format = mubiao::format_of(bytes);
  std::map<std::string, std::size_t> outcomes;
  double slowest = 0;
  std::size_t done = 0;
  const Clock::time_point begin = Clock::now();
  for (; done < arguments.count && seconds_since(begin) < arguments.budget; ++done) {
    const Clock::time_point start = Clock::now();
    // A file that lost its mark is text; every second one is read as what it was all the same.
    const std::optional<mubiao::Format> as = done % 2 == 0 ? std::optional(format) : std::nullopt;
    ++outcomes[outcome_of(file, damaged(bytes, random), as, extractor)];
    slowest = std::max(slowest, seconds_since(start));
  }
  std::printf("%s: %zu times, slowest %.2f s:", file.c_str(), done, slowest);
  for (const auto& [outcome, times] : outcomes) std::printf(" %s %zu;", outcome.c_str(), times);
  std::printf("\n");
  std::fflush(stdout);
  return slowest < kLongest && done > 0 && outcomes.count("NOWHERE") == 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const char* value = i + 1 < argc ? argv[i + 1] : "";
    if (word == "--count") {
      arguments.count = std::strtoull(value, nullptr, 10), ++i;
    } else if (word == "--seed") {
      arguments.seed = std::strtoull(value, nullptr, 10), ++i;
    } else if (word == "--budget") {
      arguments.budget = std::strtod(value, nullptr), ++i;
    } else {
      arguments.files.push_back(word);
    }
  }
  const mubiao::Extractor extractor(mubiao::RuleSet::embedded());
  bool good = !arguments.files.empty();
  for (const std::string& file : arguments.files) good = damage(file, arguments, extractor) && good;
  struct rusage usage;
  ::getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory %ld MB\n", usage.ru_maxrss / 1024);
  return good ? 0 : 1;
}
