#pragma once

#include <string>
#include <string_view>

#include "mubiao/normalize.h"

namespace mubiao::testing {

/// A document whose file is `text` in UTF-8. Also for texts that decode() would refuse: empty, white space only.
inline Document document_of(std::string text) {
  OffsetMap map;
  map.append_copy(text.size());
  return Document("test.txt", std::move(text), std::move(map), Encoding::kUtf8, {});
}

/// Lines that open a block, for tests: 第一章, 一、, (一), 1., 专栏1.
inline bool opens_block(std::string_view line) {
  const auto take = [&](std::string_view front) {
    if (line.substr(0, front.size()) != front) return false;
    line.remove_prefix(front.size());
    return true;
  };
  const auto take_numeral = [&] {
    constexpr std::string_view kChinese = "一二三四五六七八九十";
    std::size_t size = 0;
    while (size < line.size()) {
      const std::size_t at = kChinese.find(line.substr(size, 3));
      if (line.size() - size >= 3 && at != std::string_view::npos && at % 3 == 0) {
        size += 3;
      } else if (line[size] >= '0' && line[size] <= '9') {
        ++size;
      } else {
        break;
      }
    }
    line.remove_prefix(size);
    return size > 0;
  };
  if (take("专栏")) return true;
  if (take("第")) return take_numeral() && (take("章") || take("节"));
  if (take("(")) return take_numeral() && take(")");
  if (!take_numeral()) return false;
  return take("、") || (take(".") && (line.empty() || line[0] < '0' || line[0] > '9'));
}

inline NormalizedText normalize(std::string text) {
  return mubiao::normalize(document_of(std::move(text)), opens_block);
}

inline std::string normalized(std::string text) { return normalize(std::move(text)).text; }

inline bool is_border(std::string_view text, std::size_t i) { return i >= text.size() || (text[i] & 0xC0) != 0x80; }

}  // namespace mubiao::testing
