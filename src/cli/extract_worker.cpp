// One document from its file to its result.
//
// Door: ExtractWorker.

#include "cli/extract_worker.h"

#include <utility>

#include "cli/command.h"
#include "cli/input.h"

namespace mubiao::cli {
namespace {

/// Writes records as they come.
class WritingSink : public RecordSink {
 public:
  WritingSink(const Document& document, const ExtractOptions& options, const UnitTable& units, ResultWriter& writer,
              Outlet& outlet, Outcome& outcome)
      : document_(document), options_(options), units_(units), writer_(writer), outlet_(outlet), outcome_(outcome) {}

  void begin(const Metadata& metadata) override { writer_.begin(outlet_.buffer(), document_, metadata); }

  bool take(Record&& record) override {
    ++outcome_.records[static_cast<std::size_t>(record.kind)];
    apply(options_.units, units_, record);
    writer_.record(outlet_.buffer(), record);
    return outlet_.flush_if_large();
  }

 private:
  const Document& document_;
  const ExtractOptions& options_;
  const UnitTable& units_;
  ResultWriter& writer_;
  Outlet& outlet_;
  Outcome& outcome_;
};

void append(std::vector<Diagnostic>& diagnostics, const std::vector<Diagnostic>& more) {
  diagnostics.insert(diagnostics.end(), more.begin(), more.end());
}

}  // namespace

ExtractWorker::ExtractWorker(Extractor extractor, ExtractOptions options)
    : extractor_(std::move(extractor)), options_(std::move(options)), producer_(producer_of(extractor_.rules())) {}

void ExtractWorker::append_preamble(std::string& out) const {
  if (options_.bom) out += "\xEF\xBB\xBF";
  make_result_writer(options_.format, producer_)->append_preamble(out);
}

std::optional<Document> ExtractWorker::read(const Job& job, Outcome& outcome) const {
  const auto fail = [&outcome](const std::vector<Diagnostic>& errors) {
    append(outcome.diagnostics, errors);
    outcome.status = ExitCode::kInputs;
    return std::nullopt;
  };
  Result<std::string> bytes = read_file(job.path, options_.max_bytes);
  if (!bytes) return fail(bytes.error());
  Result<Document> document = decode_owned(job.name, std::move(*bytes), options_.encoding);
  if (!document) return fail(document.error());
  append(outcome.diagnostics, document->warnings());
  return std::move(*document);
}

void ExtractWorker::write(const Document& document, Outlet& outlet, Outcome& outcome) const {
  const std::unique_ptr<ResultWriter> writer = make_result_writer(options_.format, producer_);
  WritingSink sink(document, options_, extractor_.rules().units(), *writer, outlet, outcome);
  const std::vector<Diagnostic> diagnostics = extractor_.extract(document, options_.kinds, sink);
  append(outcome.diagnostics, diagnostics);
  writer->end(outlet.buffer(), diagnostics);
}

}  // namespace mubiao::cli
