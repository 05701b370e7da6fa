// Replacements that make a text longer. Door: replace_each.
#include "text/rewriter.h"

namespace mubiao {

std::optional<OffsetMap> replace_each(std::string_view source, std::string& target, const std::vector<Span>& places,
                                      std::string_view by) {
  if (places.empty()) return std::nullopt;
  OffsetMap map;
  std::size_t end = 0;
  for (const Span place : places) {
    map.append_copy(place.begin - end);
    map.append_replace(by.size(), place.size());
    end = place.end;
  }
  map.append_copy(source.size() - end);

  // From the end to the front, so that nothing is written over that is still to be moved.
  if (source.data() != target.data()) target = source;
  std::size_t read = target.size();
  std::size_t write = map.derived_size();
  target.resize(write);
  const auto move_back = [&](std::size_t from) {
    write -= read - from;
    std::memmove(target.data() + write, target.data() + from, read - from);
    read = from;
  };
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    move_back(place->end);
    write -= by.size();
    std::memcpy(target.data() + write, by.data(), by.size());
    read = place->begin;
  }
  return map;
}

}  // namespace mubiao
