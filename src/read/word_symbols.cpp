// Signs of symbol fonts, and of notes.
//
// Doors: is_symbol_font, symbol, is_note_mark.

#include "read/word_symbols.h"

#include <array>

#include "text/characters.h"
#include "text/terminal.h"

namespace mubiao::read {
namespace {

struct Sign {
  char32_t code;
  std::string_view text;
};

// The font Symbol: https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt has all of it.
constexpr std::array kSymbol = {
    Sign{0x2D, "−"}, Sign{0x44, "Δ"}, Sign{0x53, "Σ"}, Sign{0x57, "Ω"}, Sign{0x61, "α"}, Sign{0x62, "β"},
    Sign{0x64, "δ"}, Sign{0x65, "ε"}, Sign{0x67, "γ"}, Sign{0x68, "η"}, Sign{0x6C, "λ"}, Sign{0x6D, "μ"},
    Sign{0x70, "π"}, Sign{0x72, "ρ"}, Sign{0x73, "σ"}, Sign{0x77, "ω"}, Sign{0x7E, "∼"}, Sign{0xA3, "≤"},
    Sign{0xA5, "∞"}, Sign{0xAB, "↔"}, Sign{0xAC, "←"}, Sign{0xAD, "↑"}, Sign{0xAE, "→"}, Sign{0xAF, "↓"},
    Sign{0xB0, "°"}, Sign{0xB1, "±"}, Sign{0xB2, "″"}, Sign{0xB3, "≥"}, Sign{0xB4, "×"}, Sign{0xB7, "•"},
    Sign{0xB8, "÷"}, Sign{0xB9, "≠"}, Sign{0xBB, "≈"}, Sign{0xBC, "…"}, Sign{0xD7, "⋅"}, Sign{0xDE, "⇒"}};
// Wingdings: what documents use as text. 0x81 … 0x95 are numbers in circles.
constexpr std::array kWingdings = {Sign{0x52, "☑"}, Sign{0x6C, "●"}, Sign{0x6E, "■"}, Sign{0x6F, "□"}, Sign{0x74, "◆"},
                                   Sign{0x75, "◆"}, Sign{0x76, "❖"}, Sign{0x77, "◆"}, Sign{0x9F, "•"}, Sign{0xA0, "•"},
                                   Sign{0xA1, "○"}, Sign{0xA7, "▪"}, Sign{0xA8, "□"}, Sign{0xAB, "★"}, Sign{0xD8, "➢"},
                                   Sign{0xDF, "←"}, Sign{0xE0, "→"}, Sign{0xE1, "↑"}, Sign{0xE2, "↓"}, Sign{0xE8, "➔"},
                                   Sign{0xF0, "⇨"}, Sign{0xFB, "✗"}, Sign{0xFC, "✓"}, Sign{0xFD, "☒"}, Sign{0xFE, "☑"}};

template <std::size_t kCount>
std::optional<std::string> look_up(const std::array<Sign, kCount>& signs, char32_t code) {
  for (const Sign& sign : signs) {
    if (sign.code == code) return std::string(sign.text);
  }
  return std::nullopt;
}

std::optional<std::string> wingding(char32_t code) {
  constexpr char32_t kFirstCircled = 0x81;  // 1 … 10, and again in black
  if (code >= kFirstCircled && code < kFirstCircled + 10) return to_utf8(U'①' + (code - kFirstCircled));
  constexpr char32_t kFirstBlack = 0x8C;
  if (code >= kFirstBlack && code < kFirstBlack + 10) return to_utf8(U'❶' + (code - kFirstBlack));
  return look_up(kWingdings, code);
}

}  // namespace

bool is_symbol_font(std::string_view font) { return font == "Symbol" || font.starts_with("Wingdings"); }

std::optional<std::string> symbol(std::string_view font, char32_t code) {
  constexpr char32_t kPrivateFirst = 0xF000;
  constexpr char32_t kPrivateLast = 0xF0FF;
  const bool is_private = code >= kPrivateFirst && code <= kPrivateLast;
  const char32_t place = is_private ? code - kPrivateFirst : code;
  if (font == "Symbol") {
    if (const auto found = look_up(kSymbol, place)) return found;
    // Digits and most marks stand where they stand in ASCII.
    if (place >= 0x20 && place <= 0x3F) return to_utf8(place);
  }
  if (font == "Wingdings") return wingding(place);
  if (is_private || is_symbol_font(font)) return std::nullopt;
  return to_utf8(code);
}

bool is_note_mark(std::string_view text) {
  if (text.size() == 3) {
    std::size_t at = 0;
    const char32_t only = next_code_point(text, at);
    if (only >= U'①' && only <= U'⑳') return true;
  }
  for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"［", "］"}, std::pair{"〔", "〕"}}) {
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    text.remove_prefix(std::string_view(open).size());
    text.remove_suffix(std::min(text.size(), std::string_view(close).size()));
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return false;
}

}  // namespace mubiao::read
