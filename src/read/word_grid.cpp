// From the grid of a table to its columns. Door: tidy_grid.
#include "read/word_grid.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace mubiao::read {
namespace {

// A column narrower than a character of small print, and than a fortieth of the table, holds nothing.
constexpr long long kNarrowest = 150;
constexpr long long kNarrowestShare = 40;
constexpr std::size_t kMostEdges = 4096;

/// By edge of the grid, from the left one on: the edges that it is the same as have one number.
using Edges = std::vector<std::size_t>;

std::size_t at(const Edges& edges, std::size_t edge) {
  return edge < edges.size() ? edges[edge] : edges.back() + (edge - edges.size() + 1);
}

Edges join_narrow(const std::vector<long long>& widths) {
  const long long total = std::accumulate(widths.begin(), widths.end(), 0LL);
  const long long narrowest = std::min(kNarrowest, total / kNarrowestShare);
  Edges edges = {0};
  for (const long long width : widths) edges.push_back(edges.back() + (width < narrowest ? 0 : 1));
  return edges;
}

/// Calls `visit` with each cell that does not stand alone in its row, and the edges on its left and right.
template <typename Visit>
void each_cell(const std::vector<WordRow>& rows, const Visit& visit) {
  for (const WordRow& row : rows) {
    std::size_t left = row.columns_before;
    for (const WordCell& cell : row.cells) {
      if (row.cells.size() > 1) visit(left, left + cell.columns);
      left += cell.columns;
    }
  }
}

/// Leaves only edges that cells begin at.
Edges join_unused(const Edges& wide, const std::vector<WordRow>& rows, std::size_t last_edge) {
  std::vector<bool> used(at(wide, last_edge) + 1, false);
  used[0] = true;
  each_cell(rows, [&](std::size_t left, std::size_t) { used[at(wide, left)] = true; });
  Edges columns = {0};
  for (const bool is_used : used) columns.push_back(columns.back() + (is_used ? 1 : 0));
  return columns;
}

}  // namespace

void tidy_grid(const std::vector<long long>& widths, std::vector<WordRow>& rows) {
  std::size_t last_edge = widths.size();
  each_cell(rows, [&](std::size_t, std::size_t right) { last_edge = std::max(last_edge, right); });
  if (last_edge > kMostEdges) return;
  const Edges wide = join_narrow(widths);
  const Edges columns = join_unused(wide, rows, last_edge);
  const auto column = [&](std::size_t edge) { return at(columns, at(wide, edge)); };
  for (WordRow& row : rows) {
    std::size_t edge = std::exchange(row.columns_before, column(row.columns_before));
    for (WordCell& cell : row.cells) {
      const std::size_t left = edge;
      edge += cell.columns;
      cell.columns = column(edge) - column(left);
    }
    row.columns_after = column(edge + row.columns_after) - column(edge);
    if (row.cells.size() > 1) {
      std::erase_if(row.cells, [](const WordCell& cell) { return cell.columns == 0 && cell.text.empty(); });
    }
    for (WordCell& cell : row.cells) cell.columns = std::max<std::size_t>(cell.columns, 1);
  }
}

}  // namespace mubiao::read
