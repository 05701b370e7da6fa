// Styles: what a paragraph or a run has from the style that it names, and from those which that is based on.
//
// Doors: WordStyles, format_of_properties.

#include "read/word_styles.h"

#include "read/word_symbols.h"

namespace mubiao::read {
namespace {

constexpr int kLongestChain = 32;  // of styles based on styles; one that goes in a circle ends here

template <typename T>
void take_if_none(std::optional<T>& own, const std::optional<T>& from) {
  if (!own) own = from;
}

void inherit(WordFormat& own, const WordFormat& from) {
  if (!own.list) {
    own.list = from.list;
    take_if_none(own.level, from.level);
  }
  take_if_none(own.hidden, from.hidden);
  take_if_none(own.leader, from.leader);
  take_if_none(own.align, from.align);
  take_if_none(own.symbols, from.symbols);
}

std::optional<std::string> text_of(pugi::xml_node parent, std::string_view child) {
  const pugi::xml_node node = child_of(parent, child);
  return node ? std::optional(std::string(attribute_of(node, "val"))) : std::nullopt;
}

bool is_dotted(std::string_view leader) {
  return leader == "dot" || leader == "middleDot" || leader == "hyphen" || leader == "underscore";
}

}  // namespace

WordFormat format_of_properties(pugi::xml_node paragraph_properties, pugi::xml_node run_properties) {
  WordFormat format;
  const pugi::xml_node numbering = child_of(paragraph_properties, "numPr");
  format.list = text_of(numbering, "numId");
  format.level = text_of(numbering, "ilvl");
  for (const pugi::xml_node tab : child_of(paragraph_properties, "tabs").children()) {
    if (is_dotted(attribute_of(tab, "leader"))) format.leader = true;
  }
  format.hidden = switch_of(run_properties, "vanish");
  format.align = text_of(run_properties, "vertAlign");
  const std::string_view font = attribute_of(child_of(run_properties, "rFonts"), "ascii");
  if (is_symbol_font(font)) format.symbols = std::string(font);
  return format;
}

WordStyles::WordStyles(pugi::xml_node styles) {
  for (const pugi::xml_node each : styles.children()) {
    if (local_name(each) != "style" || styles_.size() >= kMost) continue;
    std::string id(attribute_of(each, "styleId"));
    const std::string_view by_default = attribute_of(each, "default");
    if (attribute_of(each, "type") == "paragraph" && (by_default == "1" || by_default == "true")) default_ = id;
    styles_.try_emplace(std::move(id), Style{std::string(value_of(each, "basedOn")),
                                             format_of_properties(child_of(each, "pPr"), child_of(each, "rPr"))});
  }
}

const WordStyles::Style* WordStyles::find(std::string_view id) const {
  const auto found = styles_.find(std::string(id));
  return found == styles_.end() ? nullptr : &found->second;
}

WordFormat WordStyles::resolved(std::string_view id) const {
  WordFormat format;
  const Style* style = find(id);
  for (int step = 0; style != nullptr && step < kLongestChain; ++step) {
    inherit(format, style->own);
    style = find(style->based_on);
  }
  return format;
}

WordFormat WordStyles::paragraph(std::string_view id) const { return resolved(find(id) == nullptr ? default_ : id); }

WordFormat WordStyles::run(std::string_view id) const { return resolved(id); }

std::string WordStyles::numbered_style(std::string_view id) const {
  std::string name(find(id) == nullptr ? default_ : id);
  for (int step = 0; step < kLongestChain; ++step) {
    const Style* const style = find(name);
    if (style == nullptr) return "";
    if (style->own.list) return name;
    name = style->based_on;
  }
  return "";
}

}  // namespace mubiao::read
