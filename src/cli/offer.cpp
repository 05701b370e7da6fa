// What arguments take: which words are right, and which ones shells offer.
//
// CLI11 keeps validators with an option, and knows nothing of choices. So an offer travels as the name of a validator,
// which CLI11 shows nowhere.
//
// Doors: one_of, offers, offers_list, offers_paths, value_name, offer_of.

#include "cli/offer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

constexpr std::string_view kWords = "words";
constexpr std::string_view kList = "list";
constexpr std::string_view kPaths = "paths";

/// "words json jsonl csv"
std::string name_of_offer(std::string_view kind, const std::vector<std::string>& words) {
  return fmt::format("{} {}", kind, fmt::join(words, " "));
}

Offer parse_offer(std::string_view name) {
  const auto next = [&name] {
    const std::size_t space = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, space);
    name.remove_prefix(std::min(space + 1, name.size()));
    return word;
  };
  const std::string_view kind = next();
  Offer offer;
  if (kind == kWords) offer.kind = Offer::Kind::kWords;
  if (kind == kList) offer.kind = Offer::Kind::kList;
  if (kind == kPaths) offer.kind = Offer::Kind::kPaths;
  while (!name.empty()) offer.words.emplace_back(next());
  return offer;
}

CLI::Validator pass_all(std::string name) {
  return CLI::Validator([](const std::string&) { return std::string(); }, "", std::move(name));
}

}  // namespace

CLI::Validator one_of(const std::vector<std::string>& choices) {
  const auto problem = [choices](const std::string& word) {
    if (std::find(choices.begin(), choices.end(), word) != choices.end()) return std::string();
    const std::string hint = rules::suggestion(word, {choices.begin(), choices.end()}, "choose one of");
    return fmt::format("'{}' is not known; {}", word, hint);
  };
  return CLI::Validator(problem, "", name_of_offer(kWords, choices));
}

CLI::Validator offers(const std::vector<std::string>& words) { return pass_all(name_of_offer(kWords, words)); }

CLI::Validator offers_list(const std::vector<std::string>& words) { return pass_all(name_of_offer(kList, words)); }

CLI::Validator offers_paths() { return pass_all(name_of_offer(kPaths, {})); }

std::string value_name(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

Offer offer_of(CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  // How many validators there are is not to be asked: there are none where this throws.
  try {
    for (int i = 0;; ++i) {
      const Offer offer = parse_offer(option.get_validator(i)->get_name());
      if (offer.kind != Offer::Kind::kNothing) return offer;
    }
  } catch (const CLI::OptionNotFound&) {
  }
  const std::string type = value_name(option);
  if (type == "FILE" || type == "PATH") return {.kind = Offer::Kind::kPaths};
  if (type == "DIR") return {.kind = Offer::Kind::kDirectories};
  return {};
}

}  // namespace mubiao::cli
