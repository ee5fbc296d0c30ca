#include "knowledge/phrase.hpp"

#include "knowledge/localized_template.hpp"

namespace tulay::knowledge {

std::vector<Phrase> read_phrases(Table& file) {
  std::vector<Phrase> phrases;
  for (const auto& id : file.keys()) {
    auto table = file.table(id);
    if (!table) continue;
    Phrase phrase;
    phrase.id = id;
    phrase.at = table->at();
    phrase.text = parse_localized(*table, "", table->required_languages());
    phrase.sms =
        table->has("sms") ? parse_localized(*table, "sms", table->required_localized("sms")) : phrase.text;
    table->refuse_unknown_keys();
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace tulay::knowledge
