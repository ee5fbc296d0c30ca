#include "knowledge/language.hpp"

#include <string>

namespace tulay::knowledge {

std::string_view tag(Language language) {
  switch (language) {
    case Language::es:
      return "es";
    case Language::tl:
      return "tl";
    case Language::en:
      break;
  }
  return "en";
}

std::optional<Language> language_from_tag(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  for (auto& c : primary) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (primary == "en") return Language::en;
  if (primary == "es") return Language::es;
  if (primary == "tl" || primary == "fil") return Language::tl;
  return std::nullopt;
}

}  // namespace tulay::knowledge
