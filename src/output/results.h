#pragma once

#include "mubiao/results.h"

namespace mubiao::output {

// One writer for each format, see ResultWriter.
std::unique_ptr<ResultWriter> make_json_result(const Producer& producer);
std::unique_ptr<ResultWriter> make_jsonl_result(const Producer& producer);
std::unique_ptr<ResultWriter> make_csv_result(const Producer& producer);
std::unique_ptr<ResultWriter> make_table_result(const TableLook& look);

}  // namespace mubiao::output
