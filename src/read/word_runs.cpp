// The runs of a paragraph as text: changes accepted, fields by their results, raised digits raised, hidden text out.
//
// Door: read_runs.

#include "read/word_runs.h"

#include <algorithm>
#include <unordered_map>

#include "read/raised.h"
#include "read/word_fields.h"
#include "read/word_math.h"
#include "read/word_symbols.h"
#include "text/terminal.h"

namespace mubiao::read {
namespace {

enum class Part {
  kRun,
  kWrapper,  // holds more of the same
  kText,
  kTab,
  kBreak,
  kHyphen,
  kSymbol,
  kFootnote,
  kEndnote,
  kFieldMark,
  kFieldCode,
  kField,
  kDrawing,
  kEither,
  kMath,
  kRuby
};
// What is not named here is no text: deleted (del, delText, moveFrom), or marks and properties.
const std::unordered_map<std::string_view, Part> kParts = {{"r", Part::kRun},
                                                           {"ins", Part::kWrapper},
                                                           {"moveTo", Part::kWrapper},
                                                           {"hyperlink", Part::kWrapper},
                                                           {"smartTag", Part::kWrapper},
                                                           {"sdt", Part::kWrapper},
                                                           {"sdtContent", Part::kWrapper},
                                                           {"customXml", Part::kWrapper},
                                                           {"bdo", Part::kWrapper},
                                                           {"dir", Part::kWrapper},
                                                           {"t", Part::kText},
                                                           {"tab", Part::kTab},
                                                           {"ptab", Part::kTab},
                                                           {"br", Part::kBreak},
                                                           {"cr", Part::kBreak},
                                                           {"noBreakHyphen", Part::kHyphen},
                                                           {"sym", Part::kSymbol},
                                                           {"footnoteReference", Part::kFootnote},
                                                           {"endnoteReference", Part::kEndnote},
                                                           {"fldChar", Part::kFieldMark},
                                                           {"instrText", Part::kFieldCode},
                                                           {"fldSimple", Part::kField},
                                                           {"drawing", Part::kDrawing},
                                                           {"pict", Part::kDrawing},
                                                           {"object", Part::kDrawing},
                                                           {"AlternateContent", Part::kEither},
                                                           {"oMath", Part::kMath},
                                                           {"oMathPara", Part::kMath},
                                                           {"ruby", Part::kRuby}};

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Spaces at the ends of a text count only where it says so.
std::string_view without_ends(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

class RunReader {
 public:
  RunReader(const WordFormat& paragraph, const WordStyles& styles) : paragraph_(paragraph), styles_(styles) {}

  WordLine read(pugi::xml_node paragraph) {
    inside(paragraph);
    end_raised();
    return std::move(line_);
  }

 private:
  void inside(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
      const auto part = kParts.find(local_name(child));
      if (part != kParts.end()) this->part(part->second, child);
    }
  }

  void part(Part part, pugi::xml_node node) {
    switch (part) {
      case Part::kRun:
        return run(node);
      case Part::kWrapper:
        return inside(node);
      case Part::kText:
        return text(node);
      case Part::kTab:
        return add("\t");
      case Part::kBreak:
        return add("\n");
      case Part::kHyphen:
        return add("-");
      case Part::kSymbol:
        return add(symbol(attribute_of(node, "font"), code_of(attribute_of(node, "char"))).value_or(" "));
      case Part::kFootnote:
      case Part::kEndnote:
        return note(part == Part::kEndnote, node);
      case Part::kFieldMark:
        return fields_.mark(attribute_of(node, "fldCharType"));
      case Part::kFieldCode:
        return fields_.code(node.child_value());
      case Part::kField:
        if (!is_page_field(attribute_of(node, "instr"))) inside(node);
        return;
      case Part::kDrawing:
        return drawing(node);
      case Part::kEither:
        return either(node, [this](pugi::xml_node one) { inside(one); });
      case Part::kMath:
        return add(math_text(node));
      case Part::kRuby:  // the text, without how it is spoken
        return inside(child_of(node, "rubyBase"));
    }
  }

  void run(pugi::xml_node node) {
    const pugi::xml_node properties = child_of(node, "rPr");
    const WordFormat outer = std::move(run_);
    run_ = properties ? format_of_properties({}, properties) : WordFormat();
    if (const std::string_view style = value_of(properties, "rStyle"); !style.empty()) {
      const WordFormat from = styles_.run(style);
      if (!run_.hidden) run_.hidden = from.hidden;
      if (!run_.align) run_.align = from.align;
      if (!run_.symbols) run_.symbols = from.symbols;
    }
    inside(node);
    run_ = outer;
  }

  bool is_hidden() const { return run_.hidden.value_or(paragraph_.hidden.value_or(false)) || fields_.hide(); }

  void add(std::string_view text) {
    if (is_hidden() || text.empty()) return;
    if (run_.align.value_or(paragraph_.align.value_or("")) == "superscript") {
      raised_ += text;
      return;
    }
    end_raised();
    line_.text += text;
  }

  /// A raised text may be several runs.
  void end_raised() {
    if (raised_.empty()) return;
    if (!is_note_mark(raised_)) line_.text += raised(raised_).value_or(raised_);
    raised_.clear();
  }

  void text(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node piece : node.children()) {
      if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata) text += piece.value();
    }
    std::string_view shown = text;
    if (attribute_of(node, "space") != "preserve") shown = without_ends(shown);
    if (run_.symbols) return signs(shown);
    text = shown;
    for (char& c : text) {
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    add(text);
  }

  /// Text in a font of symbols; what that has no sign for was typed for another font.
  void signs(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t code = next_code_point(text, at);
      const bool is_sign = code >= 0xF000 && code <= 0xF0FF;
      add(is_sign ? symbol(*run_.symbols, code).value_or(" ") : to_utf8(code < ' ' ? U' ' : code));
    }
  }

  static char32_t code_of(std::string_view hexadecimal) {
    char32_t code = 0;
    for (const char c : hexadecimal.substr(0, 4)) {
      const bool digit = c >= '0' && c <= '9';
      const char letter = static_cast<char>(c | 0x20);
      if (!digit && !(letter >= 'a' && letter <= 'f')) return U' ';
      code = code * 16 + static_cast<char32_t>(digit ? c - '0' : letter - 'a' + 10);
    }
    const bool is_character = code >= ' ' && (code < 0xD800 || code > 0xDFFF);
    return is_character ? code : U' ';
  }

  void note(bool endnote, pugi::xml_node node) {
    if (!is_hidden()) line_.notes.push_back(note_key(endnote, attribute_of(node, "id")));
  }

  void drawing(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = local_name(child);
      if (name == "txbxContent") {
        if (!is_hidden()) line_.boxes.push_back(child);
      } else if (name == "AlternateContent") {
        either(child, [this](pugi::xml_node one) { drawing(one); });
      } else {
        if (name == "blip" || name == "imagedata") ++line_.pictures;
        drawing(child);
      }
    }
  }

  /// The same content for programs that know more or less: the first way that gives something.
  template <typename Read>
  void either(pugi::xml_node node, const Read& read) {
    for (const pugi::xml_node way : node.children()) {
      const std::size_t before = found();
      read(way);
      if (found() != before) return;
    }
  }
  std::size_t found() const {
    return line_.text.size() + raised_.size() + line_.boxes.size() + line_.notes.size() + line_.pictures;
  }

  const WordFormat& paragraph_;
  const WordStyles& styles_;
  WordFormat run_;
  WordFields fields_;
  std::string raised_;  // set so, and not yet in the line
  WordLine line_;
};

}  // namespace

std::string note_key(bool endnote, std::string_view id) { return (endnote ? "e" : "f") + std::string(id); }

WordLine read_runs(pugi::xml_node paragraph, const WordFormat& format, const WordStyles& styles) {
  return RunReader(format, styles).read(paragraph);
}

}  // namespace mubiao::read
