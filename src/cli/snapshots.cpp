// Whole documents with the output that was accepted for them.
//
// Doors: snapshot_folders, run_snapshots.

#include "cli/snapshots.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/output_file.h"
#include "mubiao/output.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = 64 << 20;  // of a document, and of its output

/// The two files of a snapshot; empty: it is not there.
struct Pair {
  std::string document;
  std::string accepted;
};

/// By name.
using Pairs = std::map<std::string, Pair>;

Result<Pairs> pairs_in(const std::string& folder, const NamePattern* only) {
  Pairs out;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path& path = entry->path();
    const std::string name = path.stem().string();
    if (only != nullptr && !only->matches(name) && !only->matches("snapshot/" + name)) continue;
    if (path.extension() == ".txt") out[name].document = path.string();
    if (path.extension() == ".jsonl") out[name].accepted = path.string();
  }
  if (error) return file_error("E-READ", folder, error.message());
  return out;
}

void fail(Case& out, const std::string& message) {
  out.status = CaseStatus::kFail;
  out.message = message;
}

/// The records of `jsonl`, but for the version of the rules, which changes more often than what they find.
Result<std::vector<Fields>> records_in(const std::string& jsonl, const std::string& file) {
  Result<std::vector<Fields>> out = read_jsonl(jsonl, file);
  if (!out) return out;
  for (Fields& record : *out) record.erase("rules");
  return out;
}

/// False if the accepted output is another one, or none at all, which makes the case fail.
bool compare(const Pair& pair, const std::string& accepted, const std::string& actual, Case& out) {
  const Result<std::vector<Fields>> expected = records_in(accepted, pair.accepted);
  if (!expected) {
    out.where = expected.error().front().where;
    fail(out, expected.error().front().message + "; mend it, or write it anew with --update");
    return false;
  }
  const Result<std::vector<Fields>> found = records_in(actual, pair.document);
  const std::vector<RecordDifference> differences = differences_by_place(*expected, *found);
  if (differences.empty()) return true;
  fail(out, difference_summary(differences, expected->size(), found->size()) +
                "; if this is what you meant, accept it with --update\n");
  append_differences(out.message, differences);
  out.where.line = differences.front().line;
  return false;
}

/// The records of the document as they are now; what is wrong if it cannot be read.
Result<std::string> output_of(const Extractor& extractor, const std::string& name, const std::string& path) {
  Result<std::string> bytes = read_file(path, kMaxBytes);
  if (!bytes) return bytes.error();
  const Result<Document> document = decode(name + ".txt", *bytes);
  if (!document) return document.error();
  std::string out;
  append_jsonl(out, *document, extractor.extract(*document), producer_of(extractor.rules()));
  return out;
}

ExitCode update(const std::string& folder, const std::string& name, const std::string& actual, const Messages& messages,
                Case& out) {
  out.status = CaseStatus::kPass;
  out.message.clear();
  out.where.line = 0;
  OutputFile file((fs::path(folder) / (name + ".jsonl")).string());
  file.buffer() = actual;
  const ExitCode written = file.finish(messages);
  if (written == ExitCode::kDone) {
    messages.show(Diagnostic{.severity = Severity::kNote,
                             .code = "SNAPSHOT",
                             .message = "accepted what the document gives now",
                             .where = {.file = (fs::path(folder) / (name + ".jsonl")).string()}});
  } else {
    fail(out, "could not be written");
  }
  return written;
}

ExitCode run(const Extractor& extractor, const std::string& folder, const std::string& name, const Pair& pair,
             bool updates, const Messages& messages, Case& out) {
  out.where.file = pair.document.empty() ? pair.accepted : pair.document;
  if (pair.document.empty()) {
    fail(out, fmt::format("there is no document {}.txt for this output: delete it, or bring the document back", name));
    return ExitCode::kDone;
  }
  const Result<std::string> actual = output_of(extractor, name, pair.document);
  const Result<std::string> accepted = pair.accepted.empty() ? std::string() : read_file(pair.accepted, kMaxBytes);
  if (!actual || !accepted) {
    fail(out, (actual ? accepted : actual).error().front().message);
    return ExitCode::kDone;
  }
  if (pair.accepted.empty()) {
    fail(out, fmt::format("there is no output to compare with: look at what\n  mubiao extract --kinds all -f csv {}\n"
                          "finds, and accept it with --update, which writes {}.jsonl",
                          pair.document, name));
  } else if (compare(pair, *accepted, *actual, out)) {
    return ExitCode::kDone;
  }
  return updates ? update(folder, name, *actual, messages, out) : ExitCode::kDone;
}

}  // namespace

std::vector<std::string> snapshot_folders(const std::vector<std::string>& rule_paths) {
  std::vector<std::string> out;
  for (const std::string& path : rule_paths) {
    std::error_code error;
    const fs::path folder = fs::path(path) / "tests";
    if (fs::is_directory(folder, error)) out.push_back(folder.string());
  }
  return out;
}

ExitCode run_snapshots(const Extractor& extractor, const Snapshots& snapshots, const Messages& messages,
                       std::vector<Case>& cases) {
  ExitCode exit = ExitCode::kDone;
  for (const std::string& folder : snapshots.folders) {
    const Result<Pairs> pairs = pairs_in(folder, snapshots.only);
    if (!pairs) {
      messages.show(pairs.error());
      exit = worse(exit, ExitCode::kInputs);
      continue;
    }
    for (const auto& [name, pair] : *pairs) {
      Case& out = cases.emplace_back(Case{.suite = folder, .name = "snapshot/" + name});
      exit = worse(exit, run(extractor, folder, name, pair, snapshots.update, messages, out));
    }
  }
  return exit;
}

}  // namespace mubiao::cli
