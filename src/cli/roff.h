#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mubiao::cli {

/// A manual page in the making: the few requests of man(7) that it needs, and text that no formatter takes for one.
/// What it makes is ASCII, whatever the text was.
class Roff {
 public:
  /// The first line: name and section of the page, and what it belongs to.
  Roff(std::string_view name, int section, std::string_view source, std::string_view manual);

  /// What the section NAME consists of; tools such as apropos read it.
  void name(std::string_view name, std::string_view what);
  void section(std::string_view title);
  void subsection(std::string_view title);
  void paragraph(std::string_view text);
  /// `tag` in bold, and `text` indented below it.
  void tagged(std::string_view tag, std::string_view text);
  /// Lines as they are, indented.
  void verbatim(const std::vector<std::string>& lines);
  const std::string& page() const { return page_; }

 private:
  void heading(std::string_view request, std::string_view text);
  void space();

  std::string page_;
  bool after_heading_ = false;  // which has its own space below it
};

/// `text` as roff shows it literally: '-' stays one that can be copied, and what is not ASCII is named.
std::string roff_escaped(std::string_view text);

}  // namespace mubiao::cli
