// Which way through a pattern its matches take. Door: TracedPattern.
//
// RE2 tells what each group of a pattern matched, also one that stands in a repetition and matched some earlier time
// round, so one match tells all of its way. Fragments are traced by themselves, on what they matched: put in wherever
// they are used, with all their groups, patterns would be a hundred times as large.
#include "extract/traced_pattern.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/characters.h"
#include "rules/source.h"

namespace mubiao {
namespace {

// A match copies the places of all groups for every state it is in.
constexpr std::size_t kMostGroups = 128;
constexpr std::size_t kMostTexts = 4096;  // that are remembered

rules::PatternScan scan_written(const std::string& written) {
  const std::vector<rules::SourceFile> none;
  rules::Problems problems(none);  // it has been loaded: there are none
  return rules::scan_pattern({written, {}, {}}, problems);
}

}  // namespace

TracedPattern::TracedPattern(std::string written, const std::vector<Fragment>& fragments, const FindFragment& find)
    : written_(std::move(written)), fragments_(fragments) {
  rules::PatternScan scanned = scan_written(written_);
  references_ = std::move(scanned.references);
  groups_ = std::move(scanned.groups);
  if (!scanned.sets_flags) {  // which hold up to the end of a bracket, across bars
    for (const rules::Alternative& alternative : scanned.alternatives) {
      parts_.push_back({alternative.begin, alternative.end, std::nullopt});
    }
  }
  alternatives_ = parts_.size();
  for (const rules::Reference& reference : references_) {
    used_.push_back(find(reference.name));
    if (!fragments_[used_.back()].written.empty()) parts_.push_back({reference.begin, reference.end, used_.back()});
  }
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](const Part& a, const Part& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  for (std::size_t first = 0; first < parts_.size(); first += kMostGroups) {
    chunks_.push_back({first, std::min(kMostGroups, parts_.size() - first), nullptr});
  }
}

// The pattern with a group around each part of the chunk, in their order, and no other groups that capture.
std::string TracedPattern::with_groups(const Chunk& chunk) const {
  std::string out;
  std::vector<std::size_t> open;  // where the parts that are open end
  auto part = parts_.begin() + static_cast<std::ptrdiff_t>(chunk.first);
  const auto last = part + static_cast<std::ptrdiff_t>(chunk.count);
  std::size_t reference = 0;
  auto group = groups_.begin();
  const auto close = [&](std::size_t at) {
    for (; !open.empty() && open.back() == at; open.pop_back()) out += ')';
  };
  for (std::size_t at = 0; at <= written_.size();) {
    close(at);
    for (; part != last && part->begin == at && !part->fragment; ++part) {
      out += '(';
      open.push_back(part->end);
      close(at);  // it may be empty
    }
    if (at == written_.size()) break;
    while (group != groups_.end() && group->begin < at) ++group;
    if (reference < references_.size() && references_[reference].begin == at) {
      const bool traced = part != last && part->begin == at;
      if (traced) ++part;
      out += traced ? "(" : "(?:";
      out += fragments_[used_[reference]].pattern + ")";
      at = references_[reference++].end;
    } else if (group != groups_.end() && group->begin == at) {
      out += "(?:";
      at = group->end;
    } else {
      out += written_[at++];
    }
  }
  return out;
}

std::vector<TracedPattern::Use> TracedPattern::trace(std::string_view text, Matches matches) {
  std::vector<Use> out;
  if (seen_.size() < kMostTexts && !seen_.emplace(text).second) return out;
  for (Chunk& chunk : chunks_) trace(chunk, text, matches, out);
  return out;
}

bool TracedPattern::is_done(const Chunk& chunk) const {
  const auto first = parts_.begin() + static_cast<std::ptrdiff_t>(chunk.first);
  return std::all_of(first, first + static_cast<std::ptrdiff_t>(chunk.count), [](const Part& p) { return p.tried; });
}

void TracedPattern::trace(Chunk& chunk, std::string_view text, Matches matches, std::vector<Use>& out) {
  if (is_done(chunk)) return;
  if (!chunk.regex) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    chunk.regex = std::make_shared<const re2::RE2>(with_groups(chunk), options);
  }
  std::vector<re2::StringPiece> found(chunk.count + 1);
  const auto anchor = matches == Matches::kWhole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
  std::size_t at = 0;
  while (at <= text.size() &&
         chunk.regex->Match(text, at, text.size(), anchor, found.data(), static_cast<int>(found.size()))) {
    for (std::size_t i = 0; i < chunk.count; ++i) {
      Part& part = parts_[chunk.first + i];
      const re2::StringPiece& group = found[i + 1];
      if (group.data() == nullptr) continue;
      if (part.fragment) {
        out.push_back({*part.fragment, {group.data(), group.size()}});
      } else {
        part.tried = true;
      }
    }
    if (matches != Matches::kAll) break;
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    at = std::max(begin + found[0].size(), at + 1);
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
}

std::size_t TracedPattern::tried() const {
  return static_cast<std::size_t>(
      std::count_if(parts_.begin(), parts_.end(), [](const Part& part) { return part.tried; }));
}

std::vector<std::string> TracedPattern::untried() const {
  std::vector<std::string> out;
  std::size_t listed = 0;  // up to here
  for (const Part& part : parts_) {
    if (part.fragment || part.tried || part.begin < listed) continue;
    out.push_back(written_.substr(part.begin, part.end - part.begin));
    listed = part.end;
  }
  return out;
}

std::vector<std::size_t> TracedPattern::fragments() const {
  std::vector<std::size_t> out;
  for (const Part& part : parts_) {
    if (part.fragment) out.push_back(*part.fragment);
  }
  return out;
}

}  // namespace mubiao
