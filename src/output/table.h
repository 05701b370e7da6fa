#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "output/column.h"

namespace mubiao::output {

/// Rows of cells, aligned by what a terminal shows. The first column is aligned to the left, the others to the right.
class Table {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }

  /// Two spaces between columns, `indent` before the first.
  void append_to(std::string& out, std::string_view indent = "") const {
    std::vector<std::size_t> widths;
    for (const std::vector<std::string>& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    for (const std::vector<std::string>& row : rows_) {
      std::string line(indent);
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string space(widths[i] - display_width(row[i]), ' ');
        if (i > 0) line += "  ";
        line += i == 0 ? row[i] + space : space + row[i];
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += line;
      out += '\n';
    }
  }

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mubiao::output
