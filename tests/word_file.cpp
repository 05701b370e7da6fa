#include "word_file.h"

#include <zlib.h>

namespace mubiao::test {
namespace {

void append_number(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
}

std::string deflated(const std::string& data) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, static_cast<uLong>(data.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string part(const std::string& root, const std::string& inside) {
  return std::string(kDeclaration) + "<w:" + root + " xmlns:w=\"" + kWord + "\">" + inside + "</w:" + root + ">";
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml = std::string(kDeclaration) +
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [type, target] : targets) {
    xml += "<Relationship Id=\"" + type + "\" Type=\"" + kOffice + type + "\" Target=\"" + target + "\"/>";
  }
  return xml + "</Relationships>";
}

}  // namespace

std::string zip(const std::vector<ZipEntry>& entries) {
  std::string out;
  std::string directory;
  std::vector<std::size_t> offsets;
  for (const ZipEntry& entry : entries) {
    const std::string data = entry.packed ? deflated(entry.data) : entry.data;
    const std::uint32_t right = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(entry.data.data()), static_cast<uInt>(entry.data.size())));
    std::string common;
    append_number(common, 20, 2);  // version needed
    append_number(common, entry.encrypted ? 1 : 0, 2);
    append_number(common, entry.packed ? 8 : 0, 2);
    append_number(common, 0x21 << 16, 4);  // 1 January 1980
    append_number(common, entry.checksum.value_or(right), 4);
    append_number(common, data.size(), 4);
    append_number(common, entry.declared_size.value_or(static_cast<std::uint32_t>(entry.data.size())), 4);
    append_number(common, entry.name.size(), 2);
    append_number(common, 0, 2);  // extra field
    offsets.push_back(entry.lies_on ? offsets[*entry.lies_on] : out.size());
    if (!entry.lies_on) out += "PK\x03\x04" + common + entry.name + data;
    directory += std::string("PK\x01\x02\x14\x00", 6) + common;
    directory.append(2 + 2 + 2 + 4, '\0');  // comment, disk, attributes
    append_number(directory, offsets.back(), 4);
    directory += entry.name;
  }
  const std::size_t start = out.size();
  out += directory;
  out += "PK\x05\x06";
  append_number(out, 0, 4);
  append_number(out, entries.size() & 0xFFFF, 2);
  append_number(out, entries.size() & 0xFFFF, 2);
  append_number(out, directory.size(), 4);
  append_number(out, start, 4);
  append_number(out, 0, 2);
  return out;
}

std::vector<ZipEntry> word_parts(const WordFile& file) {
  std::vector<std::pair<std::string, std::string>> targets;
  std::vector<ZipEntry> entries = {
      {"[Content_Types].xml", std::string(kDeclaration) +
                                  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                  "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                                  "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
      {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
      {"word/document.xml", part("document", "<w:body>" + file.body + "</w:body>")}};
  const auto add = [&](const std::string& name, const std::string& inside) {
    if (inside.empty()) return;
    targets.emplace_back(name, name + ".xml");
    entries.push_back({"word/" + name + ".xml", part(name, inside)});
  };
  add("styles", file.styles);
  add("numbering", file.numbering);
  add("footnotes", file.footnotes);
  add("endnotes", file.endnotes);
  entries.push_back({"word/_rels/document.xml.rels", relationships(targets)});
  return entries;
}

std::string word_file(const WordFile& file) { return zip(word_parts(file)); }

}  // namespace mubiao::test
