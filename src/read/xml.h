#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/extracted.h"

namespace mubiao::read {

/// An XML text as a tree. Elements and attributes are known by their local names: what stands before the colon is up
/// to the writer, and so is which of the two sets of namespaces (transitional, strict) the file has.
class Xml {
 public:
  /// Elements within elements: no writer comes near it, and walks down the tree may count on it.
  static constexpr int kDeepest = 250;

  /// Nothing outside of the text is read, and no entities but XML's own are known: a text that declares some is
  /// refused. `what` is for messages. Errors: E-FORMAT (no XML), E-LIMIT (nested too deep, or a tree that takes more
  /// than `max_tree_bytes`).
  static Result<Xml> parse(const std::string& path, std::string_view what, std::string text,
                           std::size_t max_tree_bytes);

  pugi::xml_node root() const { return contents_->tree.document_element(); }

 private:
  struct Contents {
    std::string text;  // which the tree points into
    pugi::xml_document tree;
  };
  explicit Xml(std::unique_ptr<Contents> contents) : contents_(std::move(contents)) {}

  std::unique_ptr<Contents> contents_;
};

std::string_view local_name(pugi::xml_node node);
/// The first child with this local name; null if there is none.
pugi::xml_node child_of(pugi::xml_node parent, std::string_view local);
/// Empty if there is none.
std::string_view attribute_of(pugi::xml_node node, std::string_view local);
/// Attribute `val` of the child with this name, where most of a format's properties are.
std::string_view value_of(pugi::xml_node parent, std::string_view local);
/// The child says on (`<b/>`, `<b val="1"/>`) or off; none if it is not there.
std::optional<bool> switch_of(pugi::xml_node parent, std::string_view local);
/// A whole number of the format, or `otherwise`.
long long number_of(std::string_view digits, long long otherwise);

}  // namespace mubiao::read
