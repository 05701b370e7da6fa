// XML of strangers: no entities, no depth, no tree without bounds.
//
// Door: Xml::parse, and what reads names and attributes.

#include "read/xml.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace mubiao::read {
namespace {

constexpr std::size_t kNodeBytes = 64;
constexpr std::size_t kAttributeBytes = 40;

/// What the tree takes at most: behind each < are an element and a piece of text, around each = an attribute.
std::size_t most_tree_bytes(std::string_view text) {
  const auto opened = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
  const auto attributes = static_cast<std::size_t>(std::count(text.begin(), text.end(), '='));
  return opened * 2 * kNodeBytes + attributes * kAttributeBytes;
}

bool is_deeper_than(pugi::xml_node root, int deepest) {
  int depth = 1;
  pugi::xml_node node = root;
  while (node) {
    if (const pugi::xml_node child = node.first_child()) {
      node = child;
      if (++depth > deepest) return true;
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) return false;
    node = node.next_sibling();
  }
  return false;
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Result<Xml> Xml::parse(const std::string& path, std::string_view what, std::string text, std::size_t max_tree_bytes) {
  const std::string part(what);
  if (most_tree_bytes(text) > max_tree_bytes) {
    return problem("E-LIMIT", path, part + " has more elements than may be kept in memory");
  }
  auto contents = std::make_unique<Contents>();
  contents->text = std::move(text);
  constexpr unsigned int kWhat = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result parsed =
      contents->tree.load_buffer_inplace(contents->text.data(), contents->text.size(), kWhat);
  for (const pugi::xml_node top : contents->tree.children()) {
    if (top.type() == pugi::node_doctype) {
      return problem("E-FORMAT", path, part + " declares a document type, which may hold entities: no document does");
    }
  }
  if (!parsed) {
    return problem("E-FORMAT", path,
                   part + " is no whole XML: " + parsed.description() + ", at byte " + std::to_string(parsed.offset),
                   "it may have been damaged on its way: get it again");
  }
  if (is_deeper_than(contents->tree.document_element(), kDeepest)) {
    return problem("E-LIMIT", path, part + " nests more than " + std::to_string(kDeepest) + " elements");
  }
  return Xml(std::move(contents));
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

pugi::xml_node child_of(pugi::xml_node parent, std::string_view local) {
  for (const pugi::xml_node child : parent.children()) {
    if (local_name(child) == local) return child;
  }
  return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (without_prefix(attribute.name()) == local) return attribute.value();
  }
  return {};
}

std::string_view value_of(pugi::xml_node parent, std::string_view local) {
  return attribute_of(child_of(parent, local), "val");
}

std::optional<bool> switch_of(pugi::xml_node parent, std::string_view local) {
  const pugi::xml_node child = child_of(parent, local);
  if (!child) return std::nullopt;
  const std::string_view value = attribute_of(child, "val");
  return value != "0" && value != "false" && value != "off";
}

long long number_of(std::string_view digits, long long otherwise) {
  constexpr long long kLargest = 1'000'000'000;
  long long number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return otherwise;
  return std::clamp(number, -kLargest, kLargest);
}

}  // namespace mubiao::read
