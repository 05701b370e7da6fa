// Documents of a corpus, and the annotations that belong to them. Doors: find_files, add_corpus, find_annotated.
#include "cli/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGoldEnding = ".gold.jsonl";
constexpr const char* kDocumentEnding = ".txt";  // of those that are looked for in a directory

/// The directories of files, in order, each once; directories stand for themselves.
std::vector<std::string> directories_of(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code error;
    const std::string parent = fs::path(path).parent_path().string();
    const std::string directory = fs::is_directory(path, error) ? path : parent.empty() ? "." : parent;
    if (std::find(out.begin(), out.end(), directory) == out.end()) out.push_back(directory);
  }
  return out;
}

/// What annotations and document have in common.
std::string name_of_gold(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  if (name.ends_with(kGoldEnding)) name.resize(name.size() - kGoldEnding.size());
  return name;
}

Diagnostic gold_error(const std::string& path, std::string message, std::string help) {
  return file_error("E-GOLD", path, std::move(message), std::move(help));
}

}  // namespace

FoundFiles find_files(const std::vector<std::string>& paths, const std::string& ending) {
  FoundFiles out;
  for (const std::string& path : paths) {
    std::error_code no_such_file;
    if (!fs::is_directory(path, no_such_file)) {
      out.files.push_back({path, true});
      continue;
    }
    const Result<std::vector<std::string>> found = list_directory(
        path, [&ending](const std::string& name) { return name.ends_with(ending); },
        fmt::format("no *{} in this directory", ending));
    if (found) {
      for (const std::string& file : *found) out.files.push_back({file});
    } else {
      out.problems.insert(out.problems.end(), found.error().begin(), found.error().end());
    }
  }
  return out;
}

ExitCode add_corpus(const std::vector<std::string>& paths, Inputs& inputs, const Messages& messages) {
  const FoundFiles found = find_files(paths, kDocumentEnding);
  for (const CorpusFile& file : found.files) inputs.paths.push_back(file.path);
  messages.show(found.problems);
  return found.problems.empty() ? ExitCode::kDone : ExitCode::kInputs;
}

AnnotatedCorpus find_annotated(const std::vector<std::string>& documents, const std::vector<std::string>& gold) {
  AnnotatedCorpus out;
  const auto find = [&out](const std::vector<std::string>& paths, const std::string& ending) {
    const FoundFiles found = find_files(paths, ending);
    out.problems.insert(out.problems.end(), found.problems.begin(), found.problems.end());
    return found.files;
  };
  const std::vector<CorpusFile> texts = find(documents.empty() ? directories_of(gold) : documents, kDocumentEnding);
  const std::vector<CorpusFile> annotations =
      find(gold.empty() ? directories_of(documents) : gold, std::string(kGoldEnding));

  std::map<std::string, CorpusFile> gold_of;
  for (const CorpusFile& file : annotations) {
    const auto [other, is_new] = gold_of.try_emplace(name_of_gold(file.path), file);
    if (is_new || other->second.path == file.path) {
      other->second.named = other->second.named || file.named;
      continue;
    }
    out.problems.push_back(gold_error(file.path, fmt::format("{} is of the same name", other->second.path),
                                      "a document has one file of annotations: join them"));
  }
  std::map<std::string, std::string> document_of;
  for (const CorpusFile& file : texts) {
    const std::string name = fs::path(file.path).stem().string();
    const auto annotated = gold_of.find(name);
    if (annotated == gold_of.end()) {
      if (!file.named) continue;
      out.problems.push_back(gold_error(file.path, fmt::format("no annotations: there is no {}{}", name, kGoldEnding),
                                        "name the file or its directory with --gold"));
      continue;
    }
    const auto [other, is_new] = document_of.try_emplace(name, file.path);
    if (is_new) {
      out.pairs.push_back({file.path, annotated->second.path});
    } else if (other->second != file.path) {
      out.problems.push_back(gold_error(file.path, fmt::format("{} is of the same name", other->second),
                                        "annotations belong to a document by its name: rename one"));
    }
  }
  const bool all_named = std::all_of(texts.begin(), texts.end(), [](const CorpusFile& file) { return file.named; });
  for (const auto& [name, file] : gold_of) {
    if (document_of.contains(name) || (all_named && !file.named)) continue;
    out.problems.push_back(gold_error(file.path, fmt::format("no document: there is no {}.txt", name),
                                      "name the document or its directory"));
  }
  return out;
}

}  // namespace mubiao::cli
