// Build tool: writes script_table.cpp, what each Han character is in simplified script, as ICU's data has it. To make
// ICU's transliterator and ask it for each character takes 40 ms, twice as long as a whole document may.
//   mubiao-embed-script > script_table.cpp
#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "text/script_table.h"

namespace {

using mubiao::kFirstOfTable;
using mubiao::kOnlySimplified;
using mubiao::kSizeOfTable;

// Variants that Taiwan and Hong Kong write and ICU's data leaves alone.
constexpr std::array<std::pair<char16_t, char16_t>, 9> kVariants = {{{u'峯', u'峰'},
                                                                     {u'羣', u'群'},
                                                                     {u'滙', u'汇'},
                                                                     {u'衞', u'卫'},
                                                                     {u'査', u'查'},
                                                                     {u'覈', u'核'},
                                                                     {u'舘', u'馆'},
                                                                     {u'敎', u'教'},
                                                                     {u'隣', u'邻'}}};

// Whether Big5, which holds what is written in traditional script, lacks a character.
bool is_outside_big5(UConverter* big5, char16_t c) {
  std::array<char, 8> bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_fromUChars(big5, bytes.data(), bytes.size(), &c, 1, &status);
  return U_FAILURE(status) || bytes[0] == '?';
}

std::vector<char16_t> make_table(const icu::Transliterator& to_simplified, UConverter* big5) {
  std::vector<char16_t> table(kSizeOfTable);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto c = static_cast<char16_t>(kFirstOfTable + i);
    icu::UnicodeString form(static_cast<UChar32>(c));
    to_simplified.transliterate(form);
    const bool has_place = form.length() == 1 && form.charAt(0) >= kFirstOfTable &&
                           static_cast<std::size_t>(form.charAt(0) - kFirstOfTable) < table.size();
    if (has_place && form.charAt(0) != c) table[i] = form.charAt(0);
  }
  const auto form_of = [&table](char16_t c) -> char16_t& { return table[static_cast<std::size_t>(c - kFirstOfTable)]; };
  for (const auto& [variant, form] : kVariants) form_of(variant) = form;
  form_of(u'著') = 0;  // 显著 is 显著; what is 着 there is no word of rules
  for (char16_t& form : table) {
    constexpr int kMostSteps = 4;  // from one variant to the next
    for (int step = 0; step < kMostSteps && form != 0 && form_of(form) != 0; ++step) form = form_of(form);
  }
  const std::vector<char16_t> forms = table;
  for (const char16_t form : forms) {
    if (form == 0) continue;
    char16_t& itself = form_of(form);
    if (itself == 0 && is_outside_big5(big5, form)) itself = kOnlySimplified;
  }
  return table;
}

}  // namespace

int main() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_simplified(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  const std::unique_ptr<UConverter, void (*)(UConverter*)> big5(ucnv_open("windows-950", &status), ucnv_close);
  if (U_FAILURE(status)) {
    std::cerr << "mubiao-embed-script: ICU has no data of Chinese scripts: " << u_errorName(status) << "\n";
    return 1;
  }
  ucnv_setFromUCallBack(big5.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::cout << "// Made by mubiao-embed-script from the data of ICU.\n#include \"text/script_table.h\"\n\n"
            << "namespace mubiao {\n\nconst std::array<char16_t, kSizeOfTable> kSimplifiedForms = {";
  const std::vector<char16_t> table = make_table(*to_simplified, big5.get());
  for (std::size_t i = 0; i < table.size(); ++i)
    std::cout << (i % 16 == 0 ? "\n    " : " ") << static_cast<unsigned>(table[i]) << ",";
  std::cout << "\n};\n\n}  // namespace mubiao\n";
  return 0;
}
