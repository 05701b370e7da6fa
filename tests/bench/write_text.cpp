// mubiao_bench_text BYTES: writes the text of the benchmarks to stdout.

#include <cstdio>
#include <cstdlib>
#include <string>

#include "text_for_bench.h"

int main(int argc, char** argv) {
  const std::string text = mubiao::bench::plan_text(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
