// Formulas (Office MathML) as text. Door: math_text.
#include "read/word_math.h"

#include "read/raised.h"

namespace mubiao::read {
namespace {

void append(pugi::xml_node node, std::string& out);

void append_child(pugi::xml_node node, std::string_view child, std::string& out) { append(child_of(node, child), out); }

void append_raised(pugi::xml_node node, std::string& out) {
  std::string exponent;
  append_child(node, "sup", exponent);
  out += raised(exponent).value_or("^" + exponent);
}

// Down a tree that is not deep, see Xml.
void append(pugi::xml_node parent, std::string& out) {
  for (const pugi::xml_node node : parent.children()) {
    const std::string_view name = local_name(node);
    if (name == "t") {
      out += node.child_value();
    } else if (name == "f") {
      append_child(node, "num", out);
      out += '/';
      append_child(node, "den", out);
    } else if (name == "sSup" || name == "sSubSup") {
      append_child(node, "e", out);
      append_child(node, "sub", out);
      append_raised(node, out);
    } else if (name == "d") {
      out += '(';
      append(node, out);
      out += ')';
    } else if (name != "del" && name != "moveFrom") {
      append(node, out);
    }
  }
}

}  // namespace

std::string math_text(pugi::xml_node formula) {
  std::string text;
  append(formula, text);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return text;
}

}  // namespace mubiao::read
