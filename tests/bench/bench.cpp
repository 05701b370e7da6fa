// Speed of each stage and of the whole, in bytes per second of plan text, one thread. Plain RE2 with one
// pattern over the same text stands beside them, so that one run gives ratios.

#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <cstdlib>

#include "mubiao/extract.h"
#include "mubiao/outline.h"
#include "mubiao/output.h"
#include "mubiao/quantity.h"
#include "text_for_bench.h"

namespace mubiao {
namespace {

// Inputs of the stages, made once. A benchmark takes them before its loop: the first round is timed too.
const std::string& text() {
  static const std::string instance = bench::plan_text(4 << 20);
  return instance;
}

template <typename T>
T expect(Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}

const RuleSet& rules() {
  static const RuleSet instance = expect(RuleSet::load(RuleSet::embedded_files()));
  return instance;
}

const Document& document() {
  static const Document instance = expect(decode("bench", text()));
  return instance;
}

const NormalizedText& normalized() {
  static const NormalizedText instance = normalize(document(), opens_block(rules()));
  return instance;
}

const Extraction& extraction() {
  static const Extraction instance = Extractor(rules()).extract(document());
  return instance;
}

void count_bytes(benchmark::State& state) { state.SetBytesProcessed(state.iterations() * std::ssize(text())); }

void plain_re2(benchmark::State& state) {
  const RE2 pattern(
      "([0-9]+(?:\\.[0-9]+)?)((?:百|千|万|亿)*)(千瓦时|千瓦|吨标准煤|吨|平方米|公里|个百分点|%|亩|家|个)");
  const std::string& input = text();
  for (auto _ : state) {
    re2::StringPiece rest(input);
    std::size_t found = 0;
    while (RE2::FindAndConsume(&rest, pattern)) ++found;
    benchmark::DoNotOptimize(found);
  }
  count_bytes(state);
}
BENCHMARK(plain_re2)->Unit(benchmark::kMillisecond);

void decode_utf8(benchmark::State& state) {
  const std::string& input = text();
  for (auto _ : state) benchmark::DoNotOptimize(decode("bench", input));
  count_bytes(state);
}
BENCHMARK(decode_utf8)->Unit(benchmark::kMillisecond);

void fold(benchmark::State& state) {
  const std::string& input = text();
  for (auto _ : state) benchmark::DoNotOptimize(fold_characters(input));
  count_bytes(state);
}
BENCHMARK(fold)->Unit(benchmark::kMillisecond);

void normalize_document(benchmark::State& state) {
  const OpensBlock opens = opens_block(rules());
  const Document& input = document();
  for (auto _ : state) benchmark::DoNotOptimize(normalize(input, opens));
  count_bytes(state);
}
BENCHMARK(normalize_document)->Unit(benchmark::kMillisecond);

void outline_document(benchmark::State& state) {
  const NormalizedText& input = normalized();
  for (auto _ : state) benchmark::DoNotOptimize(outline(input, rules()));
  count_bytes(state);
}
BENCHMARK(outline_document)->Unit(benchmark::kMillisecond);

void quantities(benchmark::State& state) {
  const std::string& input = normalized().text;
  for (auto _ : state) benchmark::DoNotOptimize(find_quantities(input, rules().units()));
  count_bytes(state);
}
BENCHMARK(quantities)->Unit(benchmark::kMillisecond);

void end_to_end(benchmark::State& state) {
  const Extractor extractor(rules());
  for (auto _ : state) {
    const Document decoded = expect(decode("bench", text()));
    std::string out;
    append_json(out, decoded, extractor.extract(decoded), {.version = "0", .rules = "bench"});
    benchmark::DoNotOptimize(out);
  }
  count_bytes(state);
}
BENCHMARK(end_to_end)->Unit(benchmark::kMillisecond);

void write_json(benchmark::State& state) {
  const Extraction& input = extraction();
  for (auto _ : state) {
    std::string out;
    append_json(out, document(), input, {.version = "0", .rules = "bench"});
    benchmark::DoNotOptimize(out);
  }
  count_bytes(state);
}
BENCHMARK(write_json)->Unit(benchmark::kMillisecond);

void write_csv(benchmark::State& state) {
  const Extraction& input = extraction();
  for (auto _ : state) {
    std::string out;
    append_csv(out, document(), input, {.version = "0", .rules = "bench"});
    benchmark::DoNotOptimize(out);
  }
  count_bytes(state);
}
BENCHMARK(write_csv)->Unit(benchmark::kMillisecond);

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(RuleSet::load(RuleSet::embedded_files()));
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mubiao

BENCHMARK_MAIN();
