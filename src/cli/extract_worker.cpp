// One document from its file to its result.
//
// Door: ExtractWorker.

#include "cli/extract_worker.h"

#include <new>
#include <utility>

#include "cli/command.h"
#include "cli/input.h"

namespace mubiao::cli {
namespace {

/// Writes records as they come.
class WritingSink : public RecordSink {
 public:
  WritingSink(const Reading& reading, const ExtractOptions& options, const UnitTable& units, const GoesOn& goes_on,
              ResultWriter& writer, Outlet& outlet, Outcome& outcome)
      : reading_(reading),
        options_(options),
        units_(units),
        goes_on_(goes_on),
        writer_(writer),
        outlet_(outlet),
        outcome_(outcome) {}

  void begin(const Metadata& metadata) override {
    writer_.begin(outlet_.buffer(), *reading_.document, metadata, reading_.input);
    whole_ = outlet_.buffer().size();
    begun_ = true;
  }

  bool take(Record&& record) override {
    apply(options_.units, units_, record);
    writer_.record(outlet_.buffer(), record);
    ++outcome_.records[static_cast<std::size_t>(record.kind)];
    enough_ = !outlet_.flush_if_large();
    whole_ = outlet_.buffer().size();
    return !enough_;
  }

  bool goes_on() override {
    stopped_ = stopped_ || (!enough_ && goes_on_ && !goes_on_());
    return !stopped_ && !enough_;
  }

  /// Though more was wanted.
  bool stopped() const { return stopped_; }
  /// Leaves what is whole. False if nothing is.
  bool cut_to_whole() {
    outlet_.buffer().resize(whole_);
    return begun_;
  }

 private:
  const Reading& reading_;
  const ExtractOptions& options_;
  const UnitTable& units_;
  const GoesOn& goes_on_;
  ResultWriter& writer_;
  Outlet& outlet_;
  Outcome& outcome_;
  bool begun_ = false;
  bool enough_ = false;    // the outlet has
  bool stopped_ = false;   // by goes_on_
  std::size_t whole_ = 0;  // of the buffer: what ends with a record
};

void append(std::vector<Diagnostic>& diagnostics, const std::vector<Diagnostic>& more) {
  diagnostics.insert(diagnostics.end(), more.begin(), more.end());
}

Result<std::optional<Document>> maybe(Result<Document> document) {
  if (!document) return document.error();
  return std::optional(std::move(*document));
}

/// The text of a line of JSON is UTF-8, and what format it is in is not guessed.
Result<std::optional<Document>> decode_line(Job& job, const LineFields& fields, ReadOptions options, Reading& reading) {
  DocumentLine line = read_document_line(*job.line, fields, {job.path, job.line_number});
  job.line.reset();
  if (line.id) reading.name = std::move(*line.id);
  reading.input = std::move(line.input);
  if (!line.problems.empty()) return line.problems;
  options.encoding = Encoding::kUtf8;
  if (!options.format) options.format = Format::kText;
  Result<Document> document = read_document(reading.name, std::move(line.text), options);
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
  make_result_writer(options_.result.format, producer_, options_.look)->append_preamble(out);
}

Result<std::optional<Document>> ExtractWorker::decode_job(Job& job, const GoesOn& goes_on, const IsDone& is_done,
                                                          Reading& reading, Outcome& outcome) const {
  if (!job.problems.empty()) return job.problems;
  ReadOptions options = options_.read;
  options.goes_on = goes_on;
  if (job.line) {
    outcome.bytes = job.line->size();
    return decode_line(job, options_.line_fields, std::move(options), reading);
  }
  Result<std::string> bytes = read_file(job.path, options_.max_bytes, goes_on);
  if (!bytes) return bytes.error();
  outcome.bytes = bytes->size();
  if (is_done && is_done(*bytes)) return std::optional<Document>();
  return maybe(read_document(job.name, std::move(*bytes), options));
}

Reading ExtractWorker::read(Job& job, const GoesOn& goes_on, Outcome& outcome, const IsDone& is_done) const {
  Reading reading{.name = job.is_document ? job.name : ""};
  Result<std::optional<Document>> document = decode_job(job, goes_on, is_done, reading, outcome);
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

void ExtractWorker::write_failure(const Reading& reading, Outlet& outlet, const Outcome& outcome) const {
  if (reading.name.empty()) return;
  make_result_writer(options_.result.format, producer_, options_.look)
      ->failed(outlet.buffer(), reading.name, outcome.diagnostics, reading.input);
}

void ExtractWorker::write(const Reading& reading, const GoesOn& goes_on, Outlet& outlet, Outcome& outcome) const {
  const std::unique_ptr<ResultWriter> writer = make_result_writer(options_.result.format, producer_, options_.look);
  WritingSink sink(reading, options_, extractor_.rules().units(), goes_on, *writer, outlet, outcome);
  std::vector<Diagnostic> diagnostics;
  bool failed = false;
  try {
    diagnostics = extractor_.extract(*reading.document, options_.kinds, sink);
    failed = sink.stopped();
    if (failed) diagnostics.push_back(time_error(reading.name));
  } catch (const std::bad_alloc&) {
    failed = true;
    diagnostics.push_back(memory_error(reading.name));
  }
  if (failed) outcome.status = ExitCode::kInputs;
  append(outcome.diagnostics, diagnostics);
  if (!failed || sink.cut_to_whole()) writer->end(outlet.buffer(), diagnostics);
}

}  // namespace mubiao::cli
