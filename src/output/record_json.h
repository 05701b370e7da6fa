#pragma once

#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "output/json_writer.h"

namespace mubiao::output {

/// The fields of the "document" object, into an object that is open.
void write_document_fields(JsonWriter& json, const Document& document, const Metadata& metadata);
/// The fields of a record, into an object that is open.
void write_record_fields(JsonWriter& json, const Record& record);

}  // namespace mubiao::output
