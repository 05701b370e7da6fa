// A Word document from its bytes to its text: archive, parts, styles and numbering, notes, body.
//
// Door: read_docx.

#include "read/docx.h"

#include <optional>
#include <utility>

#include "read/word_body.h"
#include "read/word_parts.h"
#include "read/word_runs.h"

namespace mubiao::read {
namespace {

/// How much of memory a tree may take beside the text.
std::size_t max_tree_bytes(const ReadOptions& options) { return 2 * options.max_text_bytes; }

class DocxReader {
 public:
  DocxReader(Archive&& archive, const ReadOptions& options)
      : archive_(std::move(archive)), options_(options), budget_(options) {}

  Result<Extracted> read() {
    const Result<WordParts> parts = find_word_parts(archive_, max_tree_bytes(options_));
    if (!parts) return parts.error();
    if (!read_styles(*parts) || !read_notes(parts->footnotes, false) || !read_notes(parts->endnotes, true)) {
      return std::move(errors_);
    }
    Result<Xml> document = xml_of(parts->document);
    if (!document) return document.error();
    const pugi::xml_node body = child_of(document->root(), "body");
    if (!body) {
      return problem("E-FORMAT", archive_.path(), "the part " + parts->document + " is no Word document",
                     "save it as DOCX or PDF");
    }
    return read_body(body);
  }

 private:
  Result<Xml> xml_of(const std::string& name) {
    Result<std::string> text = archive_.read(name);
    if (!text) return text.error();
    return Xml::parse(archive_.path(), name, std::move(*text), max_tree_bytes(options_));
  }

  /// A part that the text can do without. False: it cannot, since limits are limits.
  bool xml_if_there(const std::string& name, const char* lost, std::optional<Xml>& xml) {
    if (name.empty()) return true;
    Result<Xml> part = xml_of(name);
    if (part) {
      xml.emplace(std::move(*part));
      return true;
    }
    const Diagnostic& error = part.error().front();
    if (error.code != "E-FORMAT") {
      errors_ = part.error();
      return false;
    }
    warnings_.push_back(problem("W-PART", archive_.path(), error.message + "; the text is read without " + lost,
                                error.help, Severity::kWarning));
    return true;
  }

  bool read_styles(const WordParts& parts) {
    std::optional<Xml> styles;
    if (!xml_if_there(parts.styles, "styles", styles)) return false;
    if (styles) styles_ = WordStyles(styles->root());
    std::optional<Xml> numbering;
    if (!xml_if_there(parts.numbering, "the numbers of headings and lists", numbering)) return false;
    if (numbering) numbering_ = WordNumbering(numbering->root());
    return true;
  }

  bool read_notes(const std::string& name, bool endnotes) {
    std::optional<Xml> notes;
    if (!xml_if_there(name, endnotes ? "endnotes" : "footnotes", notes)) return false;
    if (!notes) return true;
    WordNotes none;  // within notes
    for (const pugi::xml_node note : notes->root().children()) {
      if (attribute_of(note, "id").empty()) continue;
      WordBody body(styles_, numbering_, none, budget_);
      notes_.emplace(note_key(endnotes, attribute_of(note, "id")), body.read(note));
    }
    return true;
  }

  Result<Extracted> read_body(pugi::xml_node node) {
    WordBody body(styles_, numbering_, notes_, budget_);
    Extracted extracted{.text = body.read(node), .warnings = std::move(warnings_)};
    if (const std::optional<Diagnostic> reason = budget_.reason(archive_.path())) return *reason;
    if (extracted.text.empty()) {
      return problem("E-EMPTY", archive_.path(),
                     body.pictures() > 0 ? "it holds pictures and no text" : "it holds no text",
                     body.pictures() > 0 ? "text in pictures is not read: make text of it with a program for OCR" : "");
    }
    if (body.foreign_parts() > 0) {
      extracted.warnings.push_back(problem("W-PART", archive_.path(),
                                           "documents of another format inside this one (altChunk) are left out",
                                           "open it in Word and save it", Severity::kWarning));
    }
    return extracted;
  }

  Archive archive_;
  const ReadOptions& options_;
  WordBudget budget_;
  WordStyles styles_;
  WordNumbering numbering_;
  WordNotes notes_;
  std::vector<Diagnostic> warnings_;
  std::vector<Diagnostic> errors_;
};

}  // namespace

Result<Extracted> read_docx(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  Result<Archive> archive = Archive::open(path, bytes, options);
  if (!archive) return archive.error();
  return DocxReader(std::move(*archive), options).read();
}

}  // namespace mubiao::read
