// Which lines of a page are its text, by how much of them is in links and how they are written: no site is known here.
//
// Door: main_text.

#include "read/html_main.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "text/characters.h"

namespace mubiao::read {
namespace {

/// What a line looks like, as far as that tells text from what stands around it.
struct Look {
  std::uint8_t marks = 0;  // of punctuation inside a sentence and behind it, up to a few
  std::uint8_t stops = 0;  // behind a sentence
  bool counts = false;     // a number, and what it counts
};

/// Whether what stands behind a number is counted by it. Dates, times and numbers of documents count nothing.
bool is_counted(std::string_view behind) {
  static constexpr CharacterSet kNames("年月日号時时分秒期版");
  const std::string_view next = character_at(behind, skip_spaces(behind, 0));
  if (next == "%" || next == "％" || next == "‰" || next == "℃") return true;
  return (is_han(next) && !kNames.contains(next)) || (next.size() == 1 && is_ascii_letter(next[0]));
}

Look look_at(std::string_view text) {
  static constexpr CharacterSet kInside("，、：,:");
  static constexpr CharacterSet kStops("。；！？;");
  constexpr std::uint8_t kFew = 9;
  Look look;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = character_at(text, i);
    i += character.size();
    const bool stop = kStops.contains(character);
    look.stops += stop && look.stops < kFew;
    look.marks += (stop || kInside.contains(character)) && look.marks < kFew;
    const bool ends_number = is_ascii_digit(character[0]) && !(i < text.size() && is_ascii_digit(text[i]));
    look.counts = look.counts || (ends_number && is_counted(text.substr(i, 16)));
  }
  return look;
}

class Selection {
 public:
  explicit Selection(const HtmlPage& page) : page_(page), all_(page.lines().lines()), kept_(all_.size()) {
    looks_.reserve(all_.size());
    for (const HtmlLine& line : all_) looks_.push_back(look_at(page.lines().text(line)));
  }

  std::string run() {
    weigh_tables();
    weigh_regions();
    if (!select(false) && !select(true)) select(false);
    std::string text;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!kept_[i]) continue;
      text += page_.lines().text(all_[i]);
      text += '\n';
    }
    return text;
  }

 private:
  /// Sums over the lines of a table, or of a part of the page.
  struct Weight {
    std::size_t characters = 0;
    std::size_t in_links = 0;
    std::size_t telling = 0;  // characters of lines that tell something
    std::size_t longest = 0;
    bool tells = false;
    bool has_title = false;
  };

  // Sentences, or a number of something: what is kept wherever it stands.
  bool tells(std::size_t i) const {
    const HtmlLine& line = all_[i];
    const Look& look = looks_[i];
    if (is_in_links(line)) return line.characters >= 40 && look.stops > 0;  // a headline has no stop
    return look.counts || (look.stops > 0 && line.characters >= 15) || (look.marks > 1 && line.characters >= 30);
  }
  static bool is_in_links(const HtmlLine& line) { return line.in_links > 0 && line.in_links * 2 >= line.characters; }

  void weigh(Weight& weight, std::size_t i) const {
    weight.characters += all_[i].characters;
    weight.in_links += all_[i].in_links;
    weight.longest = std::max<std::size_t>(weight.longest, all_[i].characters);
    weight.has_title = weight.has_title || all_[i].heading == 1;
    if (!tells(i)) return;
    weight.tells = true;
    weight.telling += all_[i].characters;
  }
  static Weight& at(std::vector<Weight>& weights, std::size_t i) {
    if (weights.size() <= i) weights.resize(i + 1);
    return weights[i];
  }
  void weigh_tables() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].table != 0) weigh(at(tables_, all_[i].table), i);
    }
  }
  void weigh_regions() {
    regions_.resize(page_.regions().size());
    for (std::size_t i = 0; i < all_.size(); ++i) weigh(regions_[all_[i].region], i);
  }

  /// Whether a part of the page that says it is around the text is so.
  bool is_around(std::uint32_t region) const {
    const Weight& weight = regions_[region];
    constexpr std::size_t kShort = 60;  // characters: an address, numbers of licences
    switch (page_.regions()[region]) {
      case HtmlRegion::kNone:
        return false;
      case HtmlRegion::kMaybeAround:
        if (weight.has_title || (weight.in_links * 10 < weight.characters * 3 && weight.longest > kShort)) return false;
        break;
      case HtmlRegion::kAround:
        if (weight.has_title && weight.in_links * 2 < weight.characters) return false;
        break;
    }
    return weight.telling * 2 < weight.characters;
  }

  bool keeps(std::size_t i) const {
    const HtmlLine& line = all_[i];
    if (line.table != 0) {
      const Weight& table = tables_[line.table];
      if (table.tells) return true;
      return table.in_links * 2 < table.characters && !is_around(line.region);
    }
    if (tells(i)) return true;
    if (is_around(line.region)) return false;
    return !is_in_links(line) || line.heading == 1;
  }

  /// True if some line tells something.
  bool select(bool hidden_too) {
    bool told = false;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      kept_[i] = (hidden_too || !all_[i].hidden) && keeps(i);
      told = told || (kept_[i] && tells(i));
    }
    drop_between();
    return told;
  }

  // Very short lines between two that are out, such as the heading of a list of links. A title has more characters.
  void drop_between() {
    constexpr std::size_t kShort = 5;
    bool out_before = false;
    for (std::size_t i = 0; i + 1 < all_.size(); ++i) {
      const bool drops = out_before && !kept_[i + 1] && all_[i].table == 0 && all_[i].heading != 1 &&
                         all_[i].characters <= kShort && looks_[i].marks == 0 && !looks_[i].counts;
      if (drops) kept_[i] = false;
      out_before = !kept_[i];
    }
  }

  const HtmlPage& page_;
  const std::deque<HtmlLine>& all_;
  std::vector<char> kept_;
  std::vector<Look> looks_;
  std::vector<Weight> tables_;
  std::vector<Weight> regions_;
};

}  // namespace

std::string main_text(const HtmlPage& page) { return Selection(page).run(); }

}  // namespace mubiao::read
