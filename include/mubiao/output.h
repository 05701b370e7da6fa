#pragma once

#include <string>
#include <string_view>

#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/record.h"

namespace mubiao {

/// What a result says of the program that made it: schema of the output, version of mubiao, rule set.
struct Producer {
  std::string version;  // mubiao::version()
  std::string rules;    // RuleSet::name_and_version()
};
inline constexpr int kOutputSchema = 1;

/// One document object: {"mubiao": …, "document": …, "records": [...], "diagnostics": [...]} and a newline.
/// Numbers keep their exact digits. Output is valid UTF-8 whatever the input was.
void append_json(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer);
/// One line per record, "doc" (the path) first.
void append_jsonl(std::string& out, const Document& document, const Extraction& extraction);
/// The header row, and one row per record. RFC 4180, CR LF is not used: lines end in LF.
void append_csv_header(std::string& out);
void append_csv(std::string& out, const Document& document, const Extraction& extraction);

}  // namespace mubiao
