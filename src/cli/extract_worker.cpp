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
  WritingSink(const Document& document, const ExtractOptions& options, const UnitTable& units, const GoesOn& goes_on,
              ResultWriter& writer, Outlet& outlet, Outcome& outcome)
      : document_(document),
        options_(options),
        units_(units),
        goes_on_(goes_on),
        writer_(writer),
        outlet_(outlet),
        outcome_(outcome) {}

  void begin(const Metadata& metadata) override {
    writer_.begin(outlet_.buffer(), document_, metadata);
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
  const Document& document_;
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

}  // namespace

ExtractWorker::ExtractWorker(Extractor extractor, ExtractOptions options)
    : extractor_(std::move(extractor)), options_(std::move(options)), producer_(producer_of(extractor_.rules())) {}

void ExtractWorker::append_preamble(std::string& out) const {
  if (options_.bom) out += "\xEF\xBB\xBF";
  make_result_writer(options_.format, producer_)->append_preamble(out);
}

std::optional<Document> ExtractWorker::read(const Job& job, const GoesOn& goes_on, Outcome& outcome) const {
  const auto fail = [&outcome](const std::vector<Diagnostic>& errors) {
    append(outcome.diagnostics, errors);
    outcome.status = ExitCode::kInputs;
    return std::nullopt;
  };
  Result<std::string> bytes = read_file(job.path, options_.max_bytes, goes_on);
  if (!bytes) return fail(bytes.error());
  outcome.bytes = bytes->size();
  Result<Document> document = decode_owned(job.name, std::move(*bytes), options_.encoding);
  if (!document) return fail(document.error());
  append(outcome.diagnostics, document->warnings());
  return std::move(*document);
}

void ExtractWorker::write(const Document& document, const GoesOn& goes_on, Outlet& outlet, Outcome& outcome) const {
  const std::unique_ptr<ResultWriter> writer = make_result_writer(options_.format, producer_, options_.look);
  WritingSink sink(document, options_, extractor_.rules().units(), goes_on, *writer, outlet, outcome);
  std::vector<Diagnostic> diagnostics;
  bool failed = false;
  try {
    diagnostics = extractor_.extract(document, options_.kinds, sink);
    failed = sink.stopped();
    if (failed) diagnostics.push_back(time_error(document.path()));
  } catch (const std::bad_alloc&) {
    failed = true;
    diagnostics.push_back(memory_error(document.path()));
  }
  if (failed) outcome.status = ExitCode::kInputs;
  append(outcome.diagnostics, diagnostics);
  if (!failed || sink.cut_to_whole()) writer->end(outlet.buffer(), diagnostics);
}

}  // namespace mubiao::cli
