#pragma once

#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/output.h"
#include "output/json_writer.h"

namespace mubiao::output {

/// The "mubiao" object: what made the result.
void write_producer(JsonWriter& json, const Producer& producer);
/// The fields of the "document" object, into an object that is open.
void write_document_fields(JsonWriter& json, const Document& document, const Metadata& metadata);
/// The same of a document that could not be read: only its path is known.
void write_unread_document_fields(JsonWriter& json, std::string_view path);
/// The fields of a record, into an object that is open.
void write_record_fields(JsonWriter& json, const Record& record);

}  // namespace mubiao::output
