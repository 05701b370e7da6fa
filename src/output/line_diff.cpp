// Unified diffs: the shortest edit script by Myers' greedy algorithm, put into hunks. The door is append_line_diff.
#include "output/line_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace mubiao::output {
namespace {

using Lines = std::vector<std::string_view>;  // each with its line break, if it has one

constexpr std::size_t kContext = 3;
constexpr int kMostEdits = 2000;  // the search takes time and memory of their square

Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

/// One line of a diff: ' ' in both, '-' only before, '+' only after.
struct Edit {
  char sign;
  std::string_view line;
};
using Script = std::vector<Edit>;

Script replace_all(const Lines& before, const Lines& after) {
  Script out;
  for (const std::string_view line : before) out.push_back({'-', line});
  for (const std::string_view line : after) out.push_back({'+', line});
  return out;
}

/// Walks back through the furthest points that were reached with each number of edits.
Script walk_back(const Lines& before, const Lines& after, const std::vector<std::vector<int>>& reached) {
  Script out;
  int x = static_cast<int>(before.size());
  int y = static_cast<int>(after.size());
  for (int d = static_cast<int>(reached.size()) - 1; d >= 0; --d) {
    const auto at = [&](int k) { return reached[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d + 1)]; };
    const int k = x - y;
    const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
    const int from_x = d == 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    while (x > from_x && x > 0 && y > 0) {
      out.push_back({' ', before[static_cast<std::size_t>(--x)]});
      --y;
    }
    if (d == 0) break;
    if (down) {
      out.push_back({'+', after[static_cast<std::size_t>(--y)]});
    } else {
      out.push_back({'-', before[static_cast<std::size_t>(--x)]});
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

Script shortest(const Lines& before, const Lines& after) {
  const int n = static_cast<int>(before.size());
  const int m = static_cast<int>(after.size());
  std::vector<std::vector<int>> reached;  // [d][k + d + 1]: the furthest x on diagonal k after d - 1 edits
  std::vector<int> furthest = {0, 0, 0};
  for (int d = 0; d <= std::min(n + m, kMostEdits); ++d) {
    reached.push_back(furthest);
    std::vector<int> next(static_cast<std::size_t>(2 * d + 5), 0);
    for (int k = -d; k <= d; k += 2) {
      const auto at = [&](int diagonal) { return furthest[static_cast<std::size_t>(diagonal + d + 1)]; };
      int x = d == 0 ? 0 : k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      int y = x - k;
      while (x < n && y < m && before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(y)]) ++x, ++y;
      next[static_cast<std::size_t>(k + d + 2)] = x;
      if (x >= n && y >= m) return walk_back(before, after, reached);
    }
    furthest = std::move(next);
  }
  return replace_all(before, after);
}

/// Lines that both begin and end with are not searched.
Script script_of(Lines before, Lines after) {
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const Lines head(before.begin(), differ.first);
  before.erase(before.begin(), differ.first);
  after.erase(after.begin(), differ.second);
  const auto same = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
  const Lines tail(same.first.base(), before.end());
  before.erase(same.first.base(), before.end());
  after.erase(same.second.base(), after.end());

  Script out;
  for (const std::string_view line : head) out.push_back({' ', line});
  const Script middle = shortest(before, after);
  out.insert(out.end(), middle.begin(), middle.end());
  for (const std::string_view line : tail) out.push_back({' ', line});
  return out;
}

/// "12,5", and "11,0" where there are no lines: behind line 11.
std::string range(std::size_t lines_before, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? lines_before : lines_before + 1, count);
}

void append_line(std::string& out, const Edit& edit) {
  out += edit.sign;
  out += edit.line;
  if (!edit.line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::size_t count(const Script& script, std::size_t begin, std::size_t end, char other) {
  return static_cast<std::size_t>(std::count_if(script.begin() + static_cast<std::ptrdiff_t>(begin),
                                                script.begin() + static_cast<std::ptrdiff_t>(end),
                                                [other](const Edit& edit) { return edit.sign != other; }));
}

}  // namespace

void append_line_diff(std::string& out, std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return;
  const Script script = script_of(lines_of(before), lines_of(after));
  const auto is_change = [](const Edit& edit) { return edit.sign != ' '; };
  fmt::format_to(std::back_inserter(out), "--- {}\n+++ {}\n", name, name);
  std::size_t done = 0;  // of the script
  std::size_t line_before = 0;
  std::size_t line_after = 0;
  while (true) {
    const auto from = script.begin() + static_cast<std::ptrdiff_t>(done);
    const auto change = static_cast<std::size_t>(std::find_if(from, script.end(), is_change) - script.begin());
    if (change == script.size()) return;
    const std::size_t begin = std::max(done, change - std::min(change, kContext));
    // On to where twice the context is the same: a hunk ends there.
    std::size_t end = change;
    for (std::size_t same = 0; end < script.size() && same <= 2 * kContext; ++end) {
      same = is_change(script[end]) ? 0 : same + 1;
    }
    while (end > change && !is_change(script[end - 1])) --end;
    end = std::min(end + kContext, script.size());

    line_before += count(script, done, begin, '+');
    line_after += count(script, done, begin, '-');
    const std::size_t old_lines = count(script, begin, end, '+');
    const std::size_t new_lines = count(script, begin, end, '-');
    fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n", range(line_before, old_lines),
                   range(line_after, new_lines));
    for (std::size_t i = begin; i < end; ++i) append_line(out, script[i]);
    line_before += old_lines;
    line_after += new_lines;
    done = end;
  }
}

}  // namespace mubiao::output
