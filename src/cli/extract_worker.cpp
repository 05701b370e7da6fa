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
  WritingSink(const Reading& reading, const ExtractOptions& options, const UnitTable& units, ResultWriter& writer,
              Outlet& outlet, Outcome& outcome)
      : reading_(reading), options_(options), units_(units), writer_(writer), outlet_(outlet), outcome_(outcome) {}

  void begin(const Metadata& metadata) override {
    writer_.begin(outlet_.buffer(), *reading_.document, metadata, reading_.input);
  }

  bool take(Record&& record) override {
    ++outcome_.records[static_cast<std::size_t>(record.kind)];
    apply(options_.units, units_, record);
    writer_.record(outlet_.buffer(), record);
    return outlet_.flush_if_large();
  }

 private:
  const Reading& reading_;
  const ExtractOptions& options_;
  const UnitTable& units_;
  ResultWriter& writer_;
  Outlet& outlet_;
  Outcome& outcome_;
};

void append(std::vector<Diagnostic>& diagnostics, const std::vector<Diagnostic>& more) {
  diagnostics.insert(diagnostics.end(), more.begin(), more.end());
}

Result<std::optional<Document>> maybe(Result<Document> document) {
  if (!document) return document.error();
  return std::optional(std::move(*document));
}

Result<std::optional<Document>> decode_line(const Job& job, const LineFields& fields, Reading& reading) {
  DocumentLine line = read_document_line(*job.line, fields, {job.path, job.line_number});
  if (line.id) reading.name = std::move(*line.id);
  reading.input = std::move(line.input);
  if (!line.problems.empty()) return line.problems;
  Result<Document> document = decode_owned(reading.name, std::move(line.text), Encoding::kUtf8);
  if (document) return maybe(std::move(document));
  // Of a text that is none, the line is where to look.
  std::vector<Diagnostic> problems = document.error();
  for (Diagnostic& problem : problems) problem.where = {job.path, job.line_number};
  return problems;
}

}  // namespace

ExtractWorker::ExtractWorker(Extractor extractor, ExtractOptions options)
    : extractor_(std::move(extractor)), options_(std::move(options)), producer_(producer_of(extractor_.rules())) {}

void ExtractWorker::append_preamble(std::string& out) const {
  if (options_.result.bom) out += "\xEF\xBB\xBF";
  make_result_writer(options_.result.format, producer_)->append_preamble(out);
}

Result<std::optional<Document>> ExtractWorker::decode_job(const Job& job, Reading& reading,
                                                          const IsDone& is_done) const {
  if (!job.problems.empty()) return job.problems;
  if (job.line) return decode_line(job, options_.line_fields, reading);
  Result<std::string> bytes = read_file(job.path, options_.max_bytes);
  if (!bytes) return bytes.error();
  if (is_done && is_done(*bytes)) return std::optional<Document>();
  return maybe(decode_owned(job.name, std::move(*bytes), options_.encoding));
}

Reading ExtractWorker::read(const Job& job, Outcome& outcome, const IsDone& is_done) const {
  Reading reading{.name = job.is_document ? job.name : ""};
  Result<std::optional<Document>> document = decode_job(job, reading, is_done);
  if (!document) {
    append(outcome.diagnostics, document.error());
    outcome.status = ExitCode::kInputs;
    return reading;
  }
  reading.document = std::move(*document);
  outcome.was_done = !reading.document;
  if (reading.document) append(outcome.diagnostics, reading.document->warnings());
  return reading;
}

void ExtractWorker::write(const Reading& reading, Outlet& outlet, Outcome& outcome) const {
  const std::unique_ptr<ResultWriter> writer = make_result_writer(options_.result.format, producer_);
  if (!reading.document) {
    if (!reading.name.empty()) writer->failed(outlet.buffer(), reading.name, outcome.diagnostics, reading.input);
    return;
  }
  WritingSink sink(reading, options_, extractor_.rules().units(), *writer, outlet, outcome);
  const std::vector<Diagnostic> diagnostics = extractor_.extract(*reading.document, options_.kinds, sink);
  append(outcome.diagnostics, diagnostics);
  writer->end(outlet.buffer(), diagnostics);
}

}  // namespace mubiao::cli
