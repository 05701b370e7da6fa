// Fields of records in the characters of the document. Doors: OwnScript, as_written.
// A field is made of pieces of the text that rules see, where 髮 and 發 are one. Which of them the document has is told
// by the place the piece is from, and that is looked for: to follow every piece through cuts and templates would cost
// all documents what only those in traditional script need.
#include "extract/own_script.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kAround = 4096;  // bytes that are looked through

std::size_t border_at(std::string_view text, std::size_t i) {
  while (i > 0 && i < text.size() && is_continuation(text[i])) --i;
  return i;
}

}  // namespace

// The longest beginning of the phrase that stands in the window, the last of several.
OwnScript::Piece OwnScript::longest_piece(std::string_view phrase, Span window) const {
  const std::string_view first = phrase.substr(0, character_bytes(phrase[0]));
  const std::string_view text = std::string_view(text_.text).substr(0, window.end);
  Piece best;
  for (std::size_t at = text.find(first, window.begin); at < text.size(); at = text.find(first, at + 1)) {
    const std::string_view here = text.substr(at, phrase.size());
    const auto end = std::mismatch(here.begin(), here.end(), phrase.begin()).first;
    const std::size_t size = border_at(phrase, static_cast<std::size_t>(end - here.begin()));
    if (size >= best.size && size > 0) best = {at, size};
  }
  return best;
}

void OwnScript::restore_character(std::string& phrase, std::size_t at) const {
  if (!forms_) {
    forms_.emplace();
    const std::string_view written = text_.written;
    for (std::size_t i = 0; i < text_.text.size();) {
      const std::string_view character = std::string_view(text_.text).substr(i, character_bytes(text_.text[i]));
      if (character != written.substr(i, character.size()))
        forms_->emplace(character, written.substr(i, character.size()));
      i += character.size();
    }
  }
  const std::size_t size = character_bytes(phrase[at]);
  const auto form = forms_->find(std::string_view(phrase).substr(at, size));
  if (form != forms_->end()) phrase.replace(at, size, form->second);
}

void OwnScript::restore(std::string& phrase, Span near) const {
  if (!differs()) return;
  const std::size_t end = std::min(near.end, near.begin + kAround);
  const Span here = {near.begin, border_at(text_.text, end)};
  const Span around = {border_at(text_.text, near.begin - std::min(near.begin, kAround)), here.end};
  for (std::size_t i = 0; i < phrase.size();) {
    const std::size_t size = std::min(character_bytes(phrase[i]), phrase.size() - i);
    if (size < 3) {
      i += size;
      continue;
    }
    const std::string_view rest = std::string_view(phrase).substr(i);
    Piece piece = longest_piece(rest, here);
    if (piece.size < rest.size()) {
      if (const Piece other = longest_piece(rest, around); other.size > piece.size) piece = other;
    }
    if (piece.size == 0) {
      restore_character(phrase, i);
      i += size;
    } else {
      phrase.replace(i, piece.size, text_.written, piece.begin, piece.size);
      i += piece.size;
    }
  }
}

void OwnScript::restore(std::vector<std::string>& phrases, Span near) const {
  for (std::string& phrase : phrases) restore(phrase, near);
}

void OwnScript::restore(Metadata& metadata) const {
  if (!differs()) return;
  const Span head = {0, std::min(kAround, text_.text.size())};
  if (metadata.title) restore(*metadata.title, head);
  if (metadata.number) restore(*metadata.number, head);
  restore(metadata.issuer, head);
}

Outline as_written(Outline outline, const NormalizedText& text) {
  const OwnScript script(text);
  if (!script.differs()) return outline;
  script.restore(outline.metadata);
  for (Section& section : outline.sections) script.restore(section.title, section.heading);
  for (DepartmentList& list : outline.departments) script.restore(list.names, list.span);
  return outline;
}

}  // namespace mubiao
