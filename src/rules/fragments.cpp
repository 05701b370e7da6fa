// Fragments: definitions, their checks, and the expansion of patterns with the origin of every byte.
// Definitions are resolved into a graph once; fragments are then taken in the order of their uses, so that
// nothing recurses deeper than the limit, however long a chain a file spells.
#include "rules/fragments.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/compile.h"
#include "rules/suggest.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kLongestExpansion = 64u << 10;
constexpr std::size_t kDeepest = 32;
// All expansions of a set together: what bounds the time to load a hostile one.
constexpr std::size_t kMostExpanded = 16u << 20;

}  // namespace

void FragmentTable::add_builtin(std::string name, std::string regex, bool typed) {
  builtins_.insert_or_assign(std::move(name), Builtin{std::move(regex), typed});
}

void FragmentTable::define(std::string name, Place key, std::optional<PatternText> text) {
  if (builtins_.contains(name)) {
    problems_.error("E-FRAG", key, fmt::format("the fragment '{}' is built in and cannot be redefined", name),
                    "give yours another name");
    return;
  }
  const auto [at, added] = by_name_.try_emplace(name, fragments_.size());
  if (!added) {
    problems_.error("E-FRAG", key, fmt::format("the fragment '{}' is defined twice", name),
                    fmt::format("the other definition is at {}", problems_.location_text(fragments_[at->second].key)));
    return;
  }
  Fragment fragment;
  fragment.name = std::move(name);
  fragment.key = key;
  fragment.broken = !text.has_value();
  if (text) fragment.text = *std::move(text);
  fragments_.push_back(std::move(fragment));
}

void FragmentTable::note_user(const PatternScan& scan, const std::string& owner) {
  for (const Reference& reference : scan.references) {
    const auto used = by_name_.find(reference.name);
    if (used != by_name_.end() && fragments_[used->second].user.empty()) fragments_[used->second].user = owner;
  }
}

void FragmentTable::check() {
  for (Fragment& fragment : fragments_) {
    if (!fragment.broken) resolve(fragment);
  }
  order_by_depth();
  for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
    for (const std::size_t used : fragments_[*i].uses) {
      if (fragments_[used].user.empty()) fragments_[used].user = fragments_[*i].user;
    }
  }
  for (const std::size_t i : order_) {
    Fragment& fragment = fragments_[i];
    for (const std::size_t used : fragment.uses) fragment.broken = fragment.broken || fragments_[used].broken;
    if (!fragment.broken) compile_alone(static_cast<std::uint32_t>(i));
  }
}

void FragmentTable::check_groups(const Fragment& fragment) {
  for (const Group& group : fragment.scan.groups) {
    problems_.error("E-FRAG", fragment.text.place(group.begin, group.end),
                    fmt::format("the fragment '{}' holds a capture group", fragment.name),
                    group.name.empty() ? "write (?:…) to group without capturing"
                                       : fmt::format("names are given where a fragment is used: {{{}:{}}}",
                                                     fragment.name, group.name));
  }
}

void FragmentTable::resolve(Fragment& fragment) {
  fragment.scan = scan_pattern(fragment.text, problems_);
  check_groups(fragment);
  fragment.broken = !fragment.scan.ok || !fragment.scan.groups.empty();
  for (const Reference& reference : fragment.scan.references) {
    if (builtins_.contains(reference.name)) continue;
    if (const auto used = by_name_.find(reference.name); used != by_name_.end()) {
      fragment.uses.push_back(used->second);
    } else {
      report_unknown(fragment.text, reference);
      fragment.broken = true;
    }
  }
}

void FragmentTable::order_by_depth() {
  std::vector<std::vector<std::size_t>> users(fragments_.size());
  std::vector<std::size_t> waiting_for(fragments_.size());
  for (std::size_t i = 0; i < fragments_.size(); ++i) {
    waiting_for[i] = fragments_[i].uses.size();
    for (const std::size_t used : fragments_[i].uses) users[used].push_back(i);
    if (waiting_for[i] == 0) order_.push_back(i);
  }
  std::vector<bool> ordered(fragments_.size());
  for (std::size_t next = 0; next < order_.size(); ++next) {
    const Fragment& fragment = fragments_[order_[next]];
    ordered[order_[next]] = true;
    for (const std::size_t user : users[order_[next]]) {
      fragments_[user].depth = std::max(fragments_[user].depth, fragment.depth + 1);
      if (--waiting_for[user] == 0) order_.push_back(user);
    }
  }
  for (Fragment& fragment : fragments_) {
    if (fragment.depth < kDeepest) continue;
    if (fragment.depth == kDeepest) {
      problems_.error("E-LIMIT", fragment.key,
                      fmt::format("the fragment '{}' nests others more than {} deep", fragment.name, kDeepest));
    }
    fragment.broken = true;
  }
  report_cycles(ordered);
}

// What is not ordered stands in a cycle or uses one. From each, the first unordered use leads into a cycle.
void FragmentTable::report_cycles(const std::vector<bool>& ordered) {
  std::vector<std::size_t> walk_of(fragments_.size(), 0);  // the walk that came by, 0: none
  for (std::size_t start = 0; start < fragments_.size(); ++start) {
    if (ordered[start]) continue;
    fragments_[start].broken = true;
    std::vector<std::size_t> path;
    std::size_t at = start;
    while (walk_of[at] == 0) {
      walk_of[at] = start + 1;
      path.push_back(at);
      const auto& uses = fragments_[at].uses;
      at = *std::find_if(uses.begin(), uses.end(), [&](std::size_t used) { return !ordered[used]; });
    }
    if (walk_of[at] != start + 1) continue;  // led into a cycle that is reported
    const auto first = std::find(path.begin(), path.end(), at);
    std::string cycle = fragments_[at].name;
    constexpr std::ptrdiff_t kMostShown = 40;
    for (auto i = first + 1; i < path.end() && i - first < kMostShown; ++i) cycle += " → " + fragments_[*i].name;
    problems_.error("E-FRAG", fragments_[at].key,
                    fmt::format("the fragment '{0}' is part of itself: {1} → {0}", fragments_[at].name, cycle),
                    "take one of them out of the others");
  }
}

std::string FragmentTable::owner_text(const Fragment& fragment) const {
  const std::string_view used_by = fragment.user.empty() ? "" : ", used by ";
  return fmt::format("the fragment '{}'{}{}", fragment.name, used_by, fragment.user);
}

void FragmentTable::compile_alone(std::uint32_t number) {
  Fragment& fragment = fragments_[number];
  const std::optional<Expansion> expansion = expand(fragment.text, fragment.scan);
  fragment.broken =
      !expansion || compile(*expansion, fragment.text.whole, owner_text(fragment), *this, problems_) == nullptr;
  if (!fragment.broken) fragment.expanded = expansion->text;
}

std::vector<mubiao::Fragment> FragmentTable::all() const {
  std::vector<mubiao::Fragment> out;
  for (const Fragment& fragment : fragments_) {
    if (fragment.broken) continue;
    out.push_back({fragment.name, fragment.text.text, fragment.expanded, problems_.location(fragment.key)});
  }
  for (const auto& [name, builtin] : builtins_) out.push_back({name, "", builtin.regex, {}});
  return out;
}

std::optional<Expansion> FragmentTable::expand(const PatternText& pattern, const PatternScan& scan) {
  bool ok = !exhausted_;
  for (const Reference& reference : scan.references) {
    if (builtins_.contains(reference.name)) continue;
    const auto used = by_name_.find(reference.name);
    if (used == by_name_.end()) report_unknown(pattern, reference);
    ok = ok && used != by_name_.end() && !fragments_[used->second].broken;
  }
  if (!ok) return std::nullopt;
  Expansion out;
  const bool whole = append(out, pattern, scan, 0, kLongestExpansion);
  expanded_bytes_ += out.text.size();
  if (!whole) {
    problems_.error("E-LIMIT", pattern.whole, "the pattern is longer than 64 KiB once its fragments are put in",
                    "use fewer or shorter fragments, or split it into several rules");
    return std::nullopt;
  }
  if (expanded_bytes_ > kMostExpanded) {
    problems_.error("E-LIMIT", pattern.whole, "the patterns of the set are longer than 16 MiB together");
    exhausted_ = true;
    return std::nullopt;
  }
  return out;
}

Expansion FragmentTable::expand_again(const PatternText& pattern, const PatternScan& scan) const {
  Expansion out;
  append(out, pattern, scan, 0, kLongestExpansion);
  return out;
}

std::vector<std::uint32_t> FragmentTable::unused() const {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < fragments_.size(); ++i) {
    if (fragments_[i].user.empty()) out.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return out;
}

const PatternText* FragmentTable::definition(std::string_view name) const {
  const auto at = by_name_.find(name);
  return at == by_name_.end() ? nullptr : &fragments_[at->second].text;
}

bool FragmentTable::append(Expansion& out, const PatternText& pattern, const PatternScan& scan, std::uint32_t number,
                           std::size_t limit) const {
  const auto put = [&](std::string_view text, Origin origin) {
    out.text += text;
    out.origins.insert(out.origins.end(), text.size(), origin);
  };
  const auto copy = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      out.text += pattern.text[i];
      out.origins.push_back({pattern.whole.file, pattern.offsets[i], number});
    }
  };
  std::size_t done = 0;
  for (const Reference& reference : scan.references) {
    copy(done, reference.begin);
    done = reference.end;
    const Origin origin{pattern.whole.file, pattern.offsets[reference.begin], number};
    put(reference.field.empty() ? "(?:" : fmt::format("(?P<{}>", reference.field), origin);
    if (const auto builtin = builtins_.find(reference.name); builtin != builtins_.end()) {
      put(builtin->second.regex, origin);
      if (builtin->second.typed && !out.typed) out.placeholder = reference.name;
      out.typed = out.typed || builtin->second.typed;
    } else {
      const std::size_t used = by_name_.find(reference.name)->second;
      const Fragment& fragment = fragments_[used];
      if (!append(out, fragment.text, fragment.scan, static_cast<std::uint32_t>(used + 1), limit)) return false;
    }
    put(")", origin);
    if (out.text.size() > limit) return false;
  }
  copy(done, pattern.text.size());
  return out.text.size() <= limit;
}

void FragmentTable::report_unknown(const PatternText& pattern, const Reference& reference) {
  if (incomplete_ || problems_.full()) return;
  const std::size_t dot = reference.name.find('.');
  const std::string family = reference.name.substr(0, dot == std::string::npos ? 0 : dot + 1);
  const bool unit = family == "unit." || family == "quantity.";
  std::vector<std::string_view> names;
  for (const auto& [name, at] : by_name_) {
    if (!unit) names.push_back(name);
  }
  for (const auto& [name, builtin] : builtins_) {
    if (!unit || name.starts_with(family)) names.push_back(name);
  }
  problems_.error(unit ? "E-UNIT" : "E-FRAG", pattern.place(reference.begin, reference.end),
                  unit ? fmt::format("{{{}}}: the unit table has no such dimension", reference.name)
                       : fmt::format("no fragment is named '{}'", reference.name),
                  suggestion(reference.name, names, "known:"));
}

}  // namespace mubiao::rules
