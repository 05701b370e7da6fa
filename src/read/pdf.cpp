// PDF: its text through pdftotext, in reading order or as it stands on the page.
//
// Door: read_pdf.

#include "read/pdf.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "read/child_process.h"
#include "read/extracted_text.h"
#include "read/page_tables.h"
#include "read/pdf_problems.h"

namespace mubiao::read {
namespace {

enum class Order { kReading, kPage };

ChildResult run_pdftotext(std::string_view bytes, Order order, const ReadOptions& options) {
  std::vector<std::string> command = {"pdftotext", "-enc", "UTF-8", "-", "-"};
  if (order == Order::kPage) command.insert(command.begin() + 1, "-layout");
  ChildLimits limits;
  limits.output_bytes = options.max_text_bytes;
  return run_child(command, bytes, limits, options.goes_on);
}

/// The pages of both texts that are wanted: of the second where there is a table.
std::string choose(const std::vector<std::string_view>& reading, const std::vector<std::string_view>& laid_out,
                   const std::vector<std::uint8_t>& has_table) {
  std::string text;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    text += has_table[i] != 0 ? laid_out[i] : reading[i];
    text += '\f';
  }
  return text;
}

}  // namespace

Result<Extracted> read_pdf(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  ChildResult laid_out = run_pdftotext(bytes, Order::kPage, options);
  if (std::optional<Diagnostic> failure = failure_of(laid_out, path)) return *std::move(failure);
  const std::vector<std::string_view> pages = split_pages(laid_out.output);
  if (std::optional<Diagnostic> failure = lack_of_text(pages, path)) return *std::move(failure);
  Extracted out;
  out.warnings = warnings_of(laid_out.messages, pages, path);

  const std::vector<std::uint8_t> has_table = find_tables(pages);
  if (std::find(has_table.begin(), has_table.end(), 0) == has_table.end()) {
    out.text = std::move(laid_out.output);
  } else {
    ChildResult reading = run_pdftotext(bytes, Order::kReading, options);
    if (std::optional<Diagnostic> failure = failure_of(reading, path)) return *std::move(failure);
    const bool any_table = std::find(has_table.begin(), has_table.end(), 1) != has_table.end();
    const std::vector<std::string_view> reading_pages = split_pages(reading.output);
    // A page that has form feeds in it is not to be found in the other text.
    out.text = any_table && reading_pages.size() == pages.size() ? choose(reading_pages, pages, has_table)
                                                                 : std::move(reading.output);
  }
  replace_controls(out.text);
  std::vector<Diagnostic> fonts = font_problems(out.text, path);
  out.warnings.insert(out.warnings.end(), fonts.begin(), fonts.end());
  return out;
}

}  // namespace mubiao::read
