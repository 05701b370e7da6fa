#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "read/word_styles.h"
#include "read/xml.h"

namespace mubiao::read {

/// The numbers that Word writes before paragraphs, in the order of the document.
class WordNumbering {
 public:
  static constexpr std::size_t kLevels = 9;
  /// For all bullets, which are signs of fonts that nobody has.
  static constexpr std::string_view kBullet = "• ";
  /// What a document has beyond these is made to fill memory, and has no numbers.
  static constexpr std::size_t kMostDefinitions = 16 * 1024;
  static constexpr std::size_t kMostLists = 64 * 1024;

  WordNumbering() = default;
  explicit WordNumbering(pugi::xml_node numbering);
  WordNumbering(WordNumbering&&) = default;
  WordNumbering& operator=(WordNumbering&&) = default;

  /// The number of the next paragraph of this list (`format.list`, `format.level`), with what stands between it and
  /// the text; empty if it has none. `style` is that of the paragraph, or the one that it has its numbering from:
  /// a level may be said by it alone.
  std::string next(const WordFormat& format, std::string_view style, std::string_view numbered_style);

 private:
  struct Level {
    long long start = 0;
    std::string format = "decimal";
    std::string text;               // "第%1章": the numbers of the levels, from 1 on
    std::string style;              // whose paragraphs are of this level
    long long restarts_after = -1;  // the level, from 1 on, that begins this one anew; 0: none; -1: any above
    bool digits_only = false;       // numbers of other levels are written in digits, too
    bool spaced = true;             // a tab or a space follows
  };
  using Levels = std::array<Level, kLevels>;
  struct Definition {
    Levels levels;
    std::string kept_in_style;                                  // instead of levels
    std::array<std::optional<long long>, kLevels> counts = {};  // lists that share a definition count on
  };
  struct List {  // what paragraphs name: a definition, with changes
    Definition* definition = nullptr;
    std::map<std::size_t, Level> changed = {};
    std::map<std::size_t, long long> starts = {};  // which the first paragraph of the level takes, and it only

    const Level& level(std::size_t at) const {
      const auto found = changed.find(at);
      return found == changed.end() ? definition->levels[at] : found->second;
    }
  };

  static Level read_level(pugi::xml_node node);
  void read_definition(pugi::xml_node node);
  void read_list(pugi::xml_node node);
  static std::size_t level_of(const List& list, const WordFormat& format, std::string_view style,
                              std::string_view numbered_style);
  static void advance(List& list, std::size_t level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
};

}  // namespace mubiao::read
