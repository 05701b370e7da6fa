// The way to the parts of a Word document: by the relationships of its package, not by names that writers choose.
//
// Door: find_word_parts.

#include "read/word_parts.h"

#include <array>
#include <utility>
#include <vector>

#include "read/xml.h"

namespace mubiao::read {
namespace {

constexpr std::string_view kTypes = "[Content_Types].xml";

/// One part that another one names.
struct Relationship {
  std::string type;    // the last word of it: officeDocument
  std::string target;  // from the root of the archive
};

/// `target` as seen from the folder of `source`; .. does not lead out of the archive.
std::string resolved(std::string_view source, std::string_view target) {
  std::string full;
  if (!target.starts_with('/') && source.find('/') != std::string_view::npos) {
    full = std::string(source.substr(0, source.rfind('/') + 1));
  }
  full += target;
  std::string path;
  for (std::size_t at = 0; at <= full.size();) {
    const std::size_t end = std::min(full.find_first_of("/\\", at), full.size());
    const std::string_view step = std::string_view(full).substr(at, end - at);
    at = end + 1;
    if (step == "..") {
      const std::size_t parent = path.rfind('/');
      path.erase(parent == std::string::npos ? 0 : parent);
    } else if (!step.empty() && step != ".") {
      if (!path.empty()) path += '/';
      path += step;
    }
  }
  return path;
}

/// The part that holds the relationships of `source`; empty stands for the package.
std::string relationships_name(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(source.substr(0, name)) + "_rels/" + std::string(source.substr(name)) + ".rels";
}

Result<std::vector<Relationship>> relationships_of(Archive& archive, std::string_view source,
                                                   std::size_t max_tree_bytes) {
  std::vector<Relationship> found;
  const std::string name = relationships_name(source);
  if (!archive.has(name)) return found;
  Result<std::string> text = archive.read(name);
  if (!text) return text.error();
  const Result<Xml> xml = Xml::parse(archive.path(), name, std::move(*text), max_tree_bytes);
  if (!xml) return xml.error();
  for (const pugi::xml_node each : xml->root().children()) {
    if (local_name(each) != "Relationship" || attribute_of(each, "TargetMode") == "External") continue;
    const std::string_view type = attribute_of(each, "Type");
    found.push_back({std::string(type.substr(type.rfind('/') + 1)), resolved(source, attribute_of(each, "Target"))});
  }
  return found;
}

std::string target_of(const std::vector<Relationship>& relationships, std::string_view type) {
  for (const Relationship& each : relationships) {
    if (each.type == type) return each.target;
  }
  return "";
}

/// What the archive says its main part is: `application/vnd…`, lower case.
Result<std::string> content_type_of(Archive& archive, const std::string& part, std::size_t max_tree_bytes) {
  Result<std::string> text = archive.read(kTypes);
  if (!text) return text.error();
  const Result<Xml> xml = Xml::parse(archive.path(), kTypes, std::move(*text), max_tree_bytes);
  if (!xml) return xml.error();
  for (const pugi::xml_node each : xml->root().children()) {
    if (local_name(each) == "Override" && part_key(attribute_of(each, "PartName")) == part_key(part)) {
      return part_key(attribute_of(each, "ContentType"));
    }
  }
  return std::string();
}

Diagnostic no_document(const Archive& archive, const std::string& what, const std::string& help) {
  return problem("E-FORMAT", archive.path(), "this is " + what + ", which is not read here", help);
}

/// A package of Office, by the type of its main part.
std::optional<Diagnostic> refuse_office(const Archive& archive, std::string_view type) {
  struct Kind {
    std::string_view in_type;
    const char* what;
  };
  constexpr std::array kKinds = {Kind{"spreadsheetml", "an XLSX workbook"}, Kind{"ms-excel", "an XLSX workbook"},
                                 Kind{"presentationml", "a PPTX presentation"},
                                 Kind{"ms-powerpoint", "a PPTX presentation"}, Kind{"visio", "a VSDX drawing"}};
  for (const Kind& kind : kKinds) {
    if (type.find(kind.in_type) != std::string_view::npos) return no_document(archive, kind.what, "save it as PDF");
  }
  return std::nullopt;
}

/// An archive that is no package of Office, by what is in it.
Diagnostic refuse_other(Archive& archive) {
  std::string mimetype;
  if (archive.has("mimetype")) {
    if (Result<std::string> text = archive.read("mimetype"); text) mimetype = std::move(*text);
  }
  if (mimetype.starts_with("application/epub")) return no_document(archive, "an EPUB book", "save it as HTML or PDF");
  if (mimetype.find("opendocument.text") != std::string::npos) {
    return no_document(archive, "an ODT document", "save it as DOCX or PDF");
  }
  if (mimetype.find("opendocument") != std::string::npos) {
    return no_document(archive, "an OpenDocument file", "save it as PDF");
  }
  if (archive.has("ofd.xml")) return no_document(archive, "an OFD document", "save it as PDF");
  return no_document(archive, "a ZIP archive without a Word document in it",
                     "unpack it, and name the documents that are in it");
}

}  // namespace

Result<WordParts> find_word_parts(Archive& archive, std::size_t max_tree_bytes) {
  if (!archive.has(kTypes)) return refuse_other(archive);
  const Result<std::vector<Relationship>> package = relationships_of(archive, "", max_tree_bytes);
  if (!package) return package.error();
  WordParts parts;
  parts.document = target_of(*package, "officeDocument");
  if (parts.document.empty()) {
    return problem("E-FORMAT", archive.path(), "this is a package of Office that does not say where its document is",
                   "it may have been damaged on its way: get it again");
  }
  const Result<std::string> type = content_type_of(archive, parts.document, max_tree_bytes);
  if (!type) return type.error();
  if (const std::optional<Diagnostic> other = refuse_office(archive, *type)) return *other;

  const Result<std::vector<Relationship>> named = relationships_of(archive, parts.document, max_tree_bytes);
  if (!named) return named.error();
  parts.styles = target_of(*named, "styles");
  parts.numbering = target_of(*named, "numbering");
  parts.footnotes = target_of(*named, "footnotes");
  parts.endnotes = target_of(*named, "endnotes");
  return parts;
}

}  // namespace mubiao::read
