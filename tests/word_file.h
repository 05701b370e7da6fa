#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Word documents and ZIP archives for tests, made of what a test is about and nothing else.
namespace mubiao::test {

struct ZipEntry {
  std::string name;
  std::string data;
  bool packed = false;                              // else stored as it is
  bool encrypted = false;                           // says so
  std::optional<std::uint32_t> checksum = {};       // else the right one
  std::optional<std::uint32_t> declared_size = {};  // else the right one
  std::optional<std::size_t> lies_on = {};          // another entry: it has no bytes of its own
};
std::string zip(const std::vector<ZipEntry>& entries);

/// What stands inside the root elements of the parts; parts that are empty are not there.
struct WordFile {
  std::string body;
  std::string styles = {};
  std::string numbering = {};
  std::string footnotes = {};
  std::string endnotes = {};
};
std::vector<ZipEntry> word_parts(const WordFile& file);
std::string word_file(const WordFile& file);

}  // namespace mubiao::test
