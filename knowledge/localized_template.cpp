#include "knowledge/localized_template.hpp"

#include <algorithm>

namespace tulay::knowledge {
namespace {

std::vector<std::string> sorted_names(const Template& text) {
  auto names = text.names();
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Localized<Template> parse_localized(Table& table, std::string_view key, const Localized<std::string>& texts) {
  Localized<Template> out;
  for (const auto language : all_languages) {
    std::string error;
    if (auto parsed = Template::parse(texts[language], &error)) {
      out[language] = std::move(*parsed);
    } else {
      table.problem(key.empty() ? tag(language) : key,
                    "the " + std::string(tag(language)) + " text has " + error);
      return out;
    }
  }
  for (const auto language : {Language::es, Language::tl}) {
    if (sorted_names(out[language]) == sorted_names(out.en)) continue;
    table.problem(key.empty() ? tag(language) : key,
                  "the " + std::string(tag(language)) + " text uses other placeholders than the en text",
                  "facts, dates and telephone numbers are the same in the three languages");
  }
  return out;
}

}  // namespace tulay::knowledge
