#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/word_budget.h"
#include "read/word_numbering.h"
#include "read/word_styles.h"
#include "read/word_table.h"
#include "read/xml.h"

namespace mubiao::read {

/// The text of notes by note_key.
using WordNotes = std::unordered_map<std::string, std::string>;

/// The paragraphs and tables of a document, or of a part of one, as lines.
class WordBody {
 public:
  /// Points to its arguments. `notes` are moved out where they are referred to: each is said once.
  WordBody(const WordStyles& styles, WordNumbering& numbering, WordNotes& notes, WordBudget& budget)
      : styles_(styles), numbering_(numbering), notes_(notes), budget_(budget) {}

  /// The lines of what stands in `parent`; of no use where the budget is over.
  std::string read(pugi::xml_node parent);

  /// Pictures seen so far, and documents of another format that are part of this one.
  std::size_t pictures() const { return pictures_; }
  std::size_t foreign_parts() const { return foreign_parts_; }

 private:
  void blocks(pugi::xml_node parent, std::string& out);
  void paragraph(pugi::xml_node node, std::string& out);
  void table(pugi::xml_node node, std::string& out);
  using Visit = std::function<void(pugi::xml_node)>;
  void each(pugi::xml_node parent, std::string_view name, const Visit& visit);
  void row(pugi::xml_node node, std::vector<WordRow>& out);
  void cell(pugi::xml_node node, std::vector<WordCell>& out);
  void end_paragraph(std::string& out);
  void end_block(std::string& out);

  const WordStyles& styles_;
  WordNumbering& numbering_;
  WordNotes& notes_;
  WordBudget& budget_;
  std::string carried_;                // of a paragraph whose end was deleted: it goes on in the next
  std::vector<std::string> referred_;  // notes, not yet said
  int tables_ = 0;                     // that are open
  std::size_t pictures_ = 0;
  std::size_t foreign_parts_ = 0;
};

}  // namespace mubiao::read
