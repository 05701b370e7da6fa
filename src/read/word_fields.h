#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mubiao::read {

/// The result of this field is a number of the page it is on.
bool is_page_field(std::string_view code);

/// Fields in the runs of one paragraph: marks say where the code of one begins, where its result, and where it ends.
class WordFields {
 public:
  void mark(std::string_view type);
  void code(std::string_view text);
  /// Text here is part of a code, or of a result that is left out.
  bool hide() const { return hiding_ > 0; }

 private:
  struct Field {
    std::string code;
    bool hides = true;
  };
  std::vector<Field> open_;
  std::size_t hiding_ = 0;  // of the open ones
};

}  // namespace mubiao::read
