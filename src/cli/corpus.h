#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "mubiao/diagnostic.h"

namespace mubiao::cli {

/// A file that was named, or found in a directory that was.
struct CorpusFile {
  std::string path;
  bool named = false;
};
struct FoundFiles {
  std::vector<CorpusFile> files;
  std::vector<Diagnostic> problems;  // E-READ: a directory that cannot be read, or has no such file
};
/// The files at `paths`: a directory stands for the files in it whose names end in `ending`, by name.
FoundFiles find_files(const std::vector<std::string>& paths, const std::string& ending);

/// Has `inputs` read the documents at `paths`, files or directories of *.txt. kInputs if some were not found, after
/// a message.
ExitCode add_corpus(const std::vector<std::string>& paths, Inputs& inputs, const Messages& messages);

/// A document and its annotations.
struct AnnotatedPaths {
  std::string document;
  std::string gold;
};
/// Which documents have which annotations: NAME.gold.jsonl those of NAME.txt, or of NAME with another ending.
struct AnnotatedCorpus {
  std::vector<AnnotatedPaths> pairs;  // in the order of the documents
  std::vector<Diagnostic> problems;   // E-GOLD: one without the other, or two of a name
};
/// `documents` and `gold` are files or directories; where one is empty, the directories of the other are looked in.
/// A document that was only found in a directory need not have annotations. Annotations found in a directory need not
/// have a document if all documents were named.
AnnotatedCorpus find_annotated(const std::vector<std::string>& documents, const std::vector<std::string>& gold);

}  // namespace mubiao::cli
