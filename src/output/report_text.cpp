// Alignment maps and outlines for people.
//
// Doors: append_map, append_outline_text.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mubiao/report.h"
#include "output/column.h"

namespace mubiao {
namespace {

using output::pad_to;

/// What stands under one section itself, not under its subsections.
struct Under {
  int paragraphs = 0;
  std::vector<std::string> departments;
};

std::vector<Under> under_each(const Outline& outline) {
  std::vector<Under> under(outline.sections.size() + 1);  // the last: before the first heading
  for (const Paragraph& paragraph : outline.paragraphs) {
    const std::size_t at =
        paragraph.section < 0 ? outline.sections.size() : static_cast<std::size_t>(paragraph.section);
    ++under[at].paragraphs;
    for (const std::string& department : outline.departments_of(paragraph)) {
      auto& known = under[at].departments;
      if (std::find(known.begin(), known.end(), department) == known.end()) known.push_back(department);
    }
  }
  return under;
}

void append_fact(std::string& out, std::string_view name, const std::string& value) {
  fmt::format_to(std::back_inserter(out), "{:<10}{}\n", name, value.empty() ? "-" : value);
}

void append_section(std::string& out, int depth, std::string_view title, const Under& under) {
  std::string line = std::string(static_cast<std::size_t>(depth) * 2, ' ');
  line += title;
  pad_to(line, 60);
  fmt::format_to(std::back_inserter(line), " {:>3}", under.paragraphs);
  if (!under.departments.empty()) fmt::format_to(std::back_inserter(line), "  {}", fmt::join(under.departments, "; "));
  out += line;
  out += '\n';
}

}  // namespace

void append_map(std::string& out, const Document& document, const NormalizedText& text) {
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
    const Span span{begin, end};
    const Span decoded = text.to_document(span);
    const Span bytes = document.to_bytes(decoded);
    const Position position = document.position(decoded.begin);
    fmt::format_to(std::back_inserter(out), "{}-{}\t{}-{}\t{}:{}\t{}\n", span.begin, span.end, bytes.begin, bytes.end,
                   position.line, position.column, slice(text.as_written(), span));
    begin = end + 1;
  }
}

void append_outline_text(std::string& out, const Document& document, const Outline& outline, const Producer& producer) {
  const Metadata& metadata = outline.metadata;
  append_fact(out, "title", metadata.title.value_or(""));
  append_fact(out, "number", metadata.number.value_or(""));
  append_fact(out, "issuer", fmt::format("{}", fmt::join(metadata.issuer, "; ")));
  append_fact(out, "issued", metadata.issued.value_or(""));
  append_fact(out, "format", std::string(to_string(document.format())));
  append_fact(out, "encoding", std::string(to_string(document.encoding())));
  append_fact(out, "bytes", std::to_string(document.byte_size()));
  append_fact(out, "rules", producer.rules);
  out += '\n';

  const std::vector<Under> under = under_each(outline);
  if (under.back().paragraphs > 0) append_section(out, 0, "(before the first heading)", under.back());
  std::vector<int> depth(outline.sections.size(), 0);
  for (std::size_t i = 0; i < outline.sections.size(); ++i) {
    const int parent = outline.sections[i].parent;
    depth[i] = parent < 0 ? 0 : depth[static_cast<std::size_t>(parent)] + 1;
    append_section(out, depth[i], outline.sections[i].title, under[i]);
  }
}

}  // namespace mubiao
