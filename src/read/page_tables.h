#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mubiao::read {

/// The pages of a text, which end with a form feed each; what stands behind the last one is a page if it is not empty.
std::vector<std::string_view> split_pages(std::string_view text);

/// For each page of a text that is laid out as on paper, with spaces between what stands side by side: whether there is
/// a table on it. Told by geometry only: rows of three cells and more, numbers in them, with the same gaps between the
/// cells. Prose in two columns and tables of contents are no tables.
std::vector<std::uint8_t> find_tables(const std::vector<std::string_view>& pages);

}  // namespace mubiao::read
