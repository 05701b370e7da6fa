#pragma once

#include <string>
#include <string_view>

#include "mubiao/diagnostic.h"

namespace mubiao::cli {

/// A problem with the arguments: no place in a file, only words and a mend.
Diagnostic usage_error(std::string message, std::string help = "");

/// A problem with an input or output as a whole.
Diagnostic file_error(std::string code, std::string file, std::string message, std::string help = "");

/// E-MEMORY: there is not enough of it for a document.
Diagnostic memory_error(std::string name);

/// "1 rule", "2 rules".
std::string counted(std::size_t count, std::string_view thing);

/// Whether the stream of this file descriptor may be coloured: `choice` is auto, always or never; auto
/// asks for a terminal, no NO_COLOR, and a TERM that is not dumb.
bool use_color(std::string_view choice, int descriptor);

/// Everything the program says beside its results, on stderr.
class Messages {
 public:
  struct Manner {
    bool color = false;          // on stderr
    bool color_results = false;  // what commands write to stdout
    bool quiet = false;          // errors only
    bool verbose = false;        // names each document as it is done; not with quiet
    bool json = false;           // one object a line
  };
  explicit Messages(Manner manner) : manner_(manner) {}

  /// Errors always; warnings and notes unless quiet.
  void show(const Diagnostic& diagnostic) const;
  void show(const std::vector<Diagnostic>& diagnostics) const {
    for (const Diagnostic& diagnostic : diagnostics) show(diagnostic);
  }
  bool color_results() const { return manner_.color_results; }
  bool verbose() const { return manner_.verbose && !manner_.quiet; }
  /// Whether a person reads them as they come, who may like to see how far the work is.
  bool to_terminal() const;

 private:
  Manner manner_;
};

}  // namespace mubiao::cli
