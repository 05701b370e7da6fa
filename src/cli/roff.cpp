// Manual pages in roff.
//
// Doors: Roff, roff_escaped.

#include "cli/roff.h"

#include <fmt/format.h>

#include "text/terminal.h"

namespace mubiao::cli {
namespace {

/// What stands for an ASCII character that roff would make another one of, else nothing.
std::string_view name_of(char32_t c) {
  switch (c) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '"':
      return "\\(dq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return "";
  }
}

/// A line of text that begins with a dot would be a request.
std::string text_line(std::string_view text) {
  const std::string escaped = roff_escaped(text);
  return (escaped.starts_with('.') ? "\\&" : "") + escaped + "\n";
}

}  // namespace

std::string roff_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::string_view name = name_of(c);
    if (!name.empty()) {
      out += name;
    } else if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(c));
    }
  }
  return out;
}

Roff::Roff(std::string_view name, int section, std::string_view source, std::string_view manual) {
  page_ = fmt::format(".TH {} {} \"\" \"{}\" \"{}\"\n", roff_escaped(name), section, roff_escaped(source),
                      roff_escaped(manual));
}

void Roff::heading(std::string_view request, std::string_view text) {
  page_ += fmt::format("{} {}\n", request, roff_escaped(text));
  after_heading_ = true;
}

void Roff::space() {
  if (!after_heading_) page_ += ".PP\n";
  after_heading_ = false;
}

void Roff::name(std::string_view name, std::string_view what) {
  after_heading_ = false;
  page_ += fmt::format("{} \\- {}\n", roff_escaped(name), roff_escaped(what));
}

void Roff::section(std::string_view title) { heading(".SH", title); }

void Roff::subsection(std::string_view title) { heading(".SS", title); }

void Roff::paragraph(std::string_view text) {
  space();
  page_ += text_line(text);
}

void Roff::tagged(std::string_view tag, std::string_view text) {
  after_heading_ = false;
  page_ += fmt::format(".TP\n\\fB{}\\fR\n", roff_escaped(tag)) + text_line(text);
}

void Roff::verbatim(const std::vector<std::string>& lines) {
  space();
  page_ += ".RS 4\n.EX\n";
  for (const std::string& each : lines) page_ += text_line(each);
  page_ += ".EE\n.RE\n";
}

}  // namespace mubiao::cli
