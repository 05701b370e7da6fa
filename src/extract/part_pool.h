#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "extract/pattern_part.h"

namespace mubiao {

/// Owns parts and chains, one for each pattern text. Safe to use from several threads; what it gives lives as long as
/// it.
class PartPool {
 public:
  const PatternPart* part(const std::string& pattern, PatternPart::Side side);
  const RunChain* chain(const std::vector<Element>& elements);
  /// The run that an element is, or nullptr.
  std::shared_ptr<const WordRun> run(const Element& element);

 private:
  std::recursive_mutex mutex_;  // making a part asks for its chains
  std::map<std::pair<std::string, PatternPart::Side>, std::unique_ptr<PatternPart>> parts_;
  std::map<std::string, std::unique_ptr<RunChain>> chains_;
  std::map<std::string, std::shared_ptr<const WordRun>, std::less<>> runs_;
};

}  // namespace mubiao
