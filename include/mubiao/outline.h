#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mubiao/normalize.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// A heading with all that stands under it. `title` is the heading as in the normalized text, mark included,
/// without the full stop: "(一)能源绿色低碳转型行动", "1.进一步推动能源结构转型".
struct Section {
  std::string title;
  int level = 1;    // 1 is outermost; levels are those of the document's own sequence of marks
  int parent = -1;  // index of the enclosing section, -1 at the top
  Span heading;     // in the normalized text
};

/// Departments that one bracket or line names, in order, leads first as written.
struct DepartmentList {
  Span span;  // the bracket with its brackets, or the labelled text
  std::vector<std::string> names;
};

/// A run of text under one section: a line of the normalized text without its heading part.
struct Paragraph {
  Span span;                 // in the normalized text
  int section = -1;          // index into Outline::sections, -1 before the first heading
  int departments = -1;      // index into Outline::departments: who answers for it; -1 if nobody is named
  bool boilerplate = false;  // web chrome, table of contents, repeated title: holds no targets
};

/// null fields stay empty: nothing is guessed.
struct Metadata {
  std::optional<std::string> title;
  std::optional<std::string> number;  // 江海府〔2024〕5号
  std::vector<std::string> issuer;    // one, or several joint issuers
  std::optional<std::string> issued;  // ISO 8601: 2024-09-28
};

struct Outline {
  Metadata metadata;
  std::vector<Section> sections;
  std::vector<Paragraph> paragraphs;        // in document order
  std::vector<DepartmentList> departments;  // spans are in the normalized text; in no order

  /// Titles from the outermost heading down to `section`.
  std::vector<std::string> path(int section) const;
  /// Those that a bracket in or behind the paragraph names, or one at a heading above it. Empty if none does.
  const std::vector<std::string>& departments_of(const Paragraph& paragraph) const;
};

/// The same outline with titles, names and departments in the characters of the document, where `text`, which it is of,
/// is in others.
Outline as_written(Outline outline, const NormalizedText& text);

/// For normalize(): a line that any heading rule of the set matches opens a block (一是 does not: it may
/// stand anywhere in a paragraph).
OpensBlock opens_block(const RuleSet& rules);

/// Makes outlines by the heading, department and metadata rules of a set, which are prepared once.
/// Cheap to copy; const methods may be called from several threads.
class Outliner {
 public:
  explicit Outliner(const RuleSet& rules);
  /// Sections, paragraphs and metadata of a normalized document. Never fails on content; linear in the text.
  Outline outline(const NormalizedText& text) const;

 private:
  struct Rules;
  std::shared_ptr<const Rules> rules_;
};

/// The same for a single document.
Outline outline(const NormalizedText& text, const RuleSet& rules);

}  // namespace mubiao
