// Which files form a set, and which sets a set extends. Doors: extended_paths, part_into_sets, order_sets.
#include "rules/extends.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace mubiao::rules {
namespace {

std::size_t count_sets(const std::vector<RuleFile>& files) {
  std::size_t out = 1;
  for (const RuleFile& file : files) out = std::max(out, file.set + 1);
  return out;
}

std::vector<std::vector<std::size_t>> files_by_set(const std::vector<RuleFile>& files) {
  std::vector<std::vector<std::size_t>> out(count_sets(files));
  for (std::size_t i = 0; i < files.size(); ++i) out[files[i].set].push_back(i);
  return out;
}

// Finds paths that lead back to a set one is on the way from. As deep as files extend one another, which
// gather_rule_files() bounds by their number.
class CycleFinder {
 public:
  explicit CycleFinder(std::vector<RuleFile>& files) : files_(files), members_(files_by_set(files)) {}

  void run() {
    state_.assign(members_.size(), State::kNew);
    for (const RuleFile& file : files_) visit(file.set);
  }

 private:
  enum class State { kNew, kOnTheWay, kDone };

  void visit(std::size_t set) {
    if (state_[set] != State::kNew) return;
    state_[set] = State::kOnTheWay;
    for (const std::size_t file : members_[set]) {
      way_.push_back(file);
      for (Extended& extended : files_[file].extends) follow(extended);
      way_.pop_back();
    }
    state_[set] = State::kDone;
  }

  void follow(Extended& extended) {
    for (const std::size_t file : extended.files) {
      if (state_[files_[file].set] != State::kOnTheWay) continue;
      extended = {.problem = "the file extends itself: " + way_to(file), .help = "take one of them out of the others"};
      return;
    }
    for (const std::size_t file : extended.files) visit(files_[file].set);
  }

  // "a.toml → b.toml → a.toml"
  std::string way_to(std::size_t file) const {
    auto from = std::find_if(way_.begin(), way_.end(), [&](auto f) { return files_[f].set == files_[file].set; });
    std::string out;
    for (; from != way_.end(); ++from) out += files_[*from].name + " → ";
    return out + files_[file].name;
  }

  std::vector<RuleFile>& files_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<State> state_;
  std::vector<std::size_t> way_;  // the files whose paths led here
};

// Puts the set behind all that it extends, and lets it inherit what these do.
void place_set(std::size_t set, std::vector<bool>& seen, SetOrder& out) {
  if (seen[set]) return;
  seen[set] = true;
  const std::vector<bool> extends = out.inherits[set];
  for (std::size_t base = 0; base < extends.size(); ++base) {
    if (!extends[base]) continue;
    place_set(base, seen, out);
    for (std::size_t b = 0; b < extends.size(); ++b) {
      if (out.inherits[base][b]) out.inherits[set][b] = true;
    }
  }
  out.order.push_back(set);
}

}  // namespace

std::vector<const Node*> extended_paths(const Node& root) {
  std::vector<const Node*> out;
  for (const Entry& entry : root.entries) {
    if (entry.key != "extends" || entry.value.type != Node::Type::kArray) continue;
    for (const Node& path : entry.value.items) {
      if (path.type == Node::Type::kString && !path.text.empty()) out.push_back(&path);
    }
  }
  return out;
}

void part_into_sets(std::vector<RuleFile>& files) {
  std::map<std::vector<std::size_t>, std::size_t> sets;  // by the files that one path led to
  const auto part = [&](bool single) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      for (const Extended& extended : files[i].extends) {
        if (extended.files.empty() || (extended.files.size() == 1) != single) continue;
        const std::size_t set = sets.try_emplace(extended.files, sets.size() + 1).first->second;
        for (const std::size_t file : extended.files) {
          if (single || files[file].set == 0) files[file].set = set;
        }
      }
    }
  };
  part(false);
  part(true);
  CycleFinder(files).run();
}

SetOrder order_sets(const std::vector<RuleFile>& files) {
  const std::size_t count = count_sets(files);
  SetOrder out{std::vector<std::vector<bool>>(count, std::vector<bool>(count)), {}};
  for (const RuleFile& file : files) {
    for (const Extended& extended : file.extends) {
      for (const std::size_t base : extended.files) out.inherits[file.set][files[base].set] = true;
    }
  }
  std::vector<bool> seen(count);
  for (std::size_t set = 0; set < count; ++set) place_set(set, seen, out);
  return out;
}

}  // namespace mubiao::rules
