// Parts of patterns that rules share. Door: PartPool.
#include "extract/part_pool.h"

namespace mubiao {

const PatternPart* PartPool::part(const std::string& pattern, PatternPart::Side side) {
  const std::scoped_lock lock(mutex_);
  auto& out = parts_[{pattern, side}];
  if (!out) out = std::make_unique<PatternPart>(pattern, side, *this);
  return out.get();
}

std::shared_ptr<const WordRun> PartPool::run(const Element& element) {
  if (element.text.empty() || element.text[0] != '(') return nullptr;
  const std::scoped_lock lock(mutex_);
  const auto known = runs_.find(element.all());
  if (known != runs_.end()) return known->second;
  return runs_.emplace(std::string(element.all()), WordRun::of(element)).first->second;
}

const RunChain* PartPool::chain(const std::vector<Element>& elements) {
  const std::scoped_lock lock(mutex_);
  std::string key;
  for (const Element& element : elements) key += element.all();
  auto& out = chains_[key];
  if (!out) {
    out = std::make_unique<RunChain>();
    for (const Element& element : elements) out->add(run(element));
  }
  return out.get();
}

}  // namespace mubiao
