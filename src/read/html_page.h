#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_elements.h"
#include "read/html_lines.h"
#include "read/html_parser.h"
#include "read/html_table.h"

namespace mubiao::read {

/// A page as lines, made from the events of the parser.
class HtmlPage : public HtmlEvents {
 public:
  /// `page_bytes`: of the whole page; `max_text_bytes`: of its lines.
  HtmlPage(std::size_t page_bytes, std::size_t max_text_bytes);

  bool start(std::string_view name, const HtmlAttributes& attributes) override;
  bool end() override;
  bool text(std::string_view text) override;
  /// After the last event.
  void finish() { end_line(); }

  const HtmlLines& lines() const { return lines_; }
  /// What HtmlLine::region counts: 0 is the page itself.
  const std::vector<HtmlRegion>& regions() const { return regions_; }
  /// What <title> has.
  const std::string& title() const { return title_; }
  std::size_t frames() const { return frames_; }
  std::size_t scripts() const { return scripts_; }

 private:
  struct Open {
    HtmlElement element = HtmlElement::kInline;
    bool dropped = false;
    bool hidden = false;
    bool link = false;
    bool raised = false;
    bool preformatted = false;
    std::uint8_t heading = 0;
    std::uint32_t region = 0;
    std::size_t raised_from = 0;
  };
  struct List {
    bool numbered = false;
    char type = '1';
    std::int64_t next = 1;
  };

  void end_line();
  void start_block(HtmlElement element, std::string_view name, const HtmlAttributes& attributes, Open& open);
  void start_list(HtmlElement element, const HtmlAttributes& attributes);
  void start_item(const HtmlAttributes& attributes);
  void start_cell(const HtmlAttributes& attributes, bool head, bool hidden);
  void end_cell();
  void end_table();

  HtmlLines lines_;
  std::vector<Open> open_;
  std::vector<List> lists_;
  std::vector<HtmlTable> tables_;
  std::vector<HtmlRegion> regions_{HtmlRegion::kNone};
  std::string title_;
  std::size_t max_text_bytes_;
  RepeatBudget budget_;
  std::size_t in_dropped_ = 0;
  std::size_t in_title_ = 0;
  std::size_t link_characters_ = 0;  // since the link began
  std::uint32_t data_tables_ = 0;
  std::size_t frames_ = 0;
  std::size_t scripts_ = 0;
};

}  // namespace mubiao::read
