#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mubiao::rules {

/// The candidate that `written` most likely stands for (few edits away), or "".
std::string_view closest(std::string_view written, const std::vector<std::string_view>& candidates);

/// "did you mean 'x'?", or if nothing is close, `otherwise` followed by the candidates: "known: a, b, c".
std::string suggestion(std::string_view written, const std::vector<std::string_view>& candidates,
                       std::string_view otherwise);

}  // namespace mubiao::rules
