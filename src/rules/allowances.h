#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "mubiao/diagnostic.h"
#include "rules/source.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// Which lints are switched off where, and why: comments `# mubiao:allow ID reason`, and tables [lints.ID].
class Allowances {
 public:
  /// Reads them from the files that could be parsed and were asked for. Problems: E-ALLOW, E-KEY, E-TYPE.
  Allowances(const std::vector<SourceFile>& sources, const std::vector<Node>& roots, Problems& problems);

  /// Whether a finding of `lint` there is switched off: in the set, on its line, or in the comments right above.
  bool allows(std::string_view lint, const Location& where);
  /// Instructions that a pattern may take.
  std::int64_t budget() const { return budget_; }

  /// What switched nothing off, where the lint was looked for.
  struct Idle {
    Place place;
    std::string_view lint;
  };
  std::vector<Idle> idle() const;

 private:
  struct Allowance {
    Place place;
    std::string_view lint;
    bool used = false;
  };

  void read_comments(const SourceFile& file, std::uint32_t index, Problems& problems);
  void read_comment(const SourceFile& file, Place comment, std::size_t line, Problems& problems);
  void read_table(const Entry& entry, Problems& problems);

  std::vector<Allowance> allowances_;
  std::map<std::string_view, std::size_t> in_set_;                                       // by lint
  std::map<std::tuple<std::string, std::size_t, std::string_view>, std::size_t> lines_;  // by file, line and lint
  std::int64_t budget_;
};

}  // namespace mubiao::rules
