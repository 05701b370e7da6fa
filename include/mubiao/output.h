#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/difference.h"
#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/record.h"
#include "mubiao/unit.h"

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
/// One line per record: "doc" (the path) first, "rules" (the rule set) last.
void append_jsonl(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer);
/// The records of such lines, fields as text; lists are joined by " > ". Error: what is no JSON object of fields, with
/// its line (E-JSONL). `file` is for messages.
Result<std::vector<Fields>> read_jsonl(std::string_view text, const std::string& file);
/// The header row, and one row per record, with the same fields. RFC 4180, CR LF is not used: lines end in LF.
void append_csv_header(std::string& out);
void append_csv(std::string& out, const Document& document, const Extraction& extraction, const Producer& producer);

/// One line: severity, code, message, help, file, line, column, width; null for what is not known. As the findings of
/// a check in JSON.
void append_json(std::string& out, const Diagnostic& diagnostic);

/// A unit to show one dimension in, instead of the canonical one: power in GW.
struct UnitChoice {
  std::string dimension;
  Unit unit;
  std::string symbol;  // as it was asked for, and as it will stand in the output
};
/// Reads "power=GW". Errors: E-UNIT (not of that form; unknown dimension or unit; a unit of another dimension).
Result<UnitChoice> parse_unit_choice(std::string_view text, const UnitTable& units);
/// Converts a record whose unit is of a chosen dimension, exactly.
void apply(const std::vector<UnitChoice>& choices, const UnitTable& units, Record& record);

}  // namespace mubiao
