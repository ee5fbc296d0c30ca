#pragma once

#include <string>
#include <vector>

#include "knowledge/data_file.hpp"
#include "knowledge/template.hpp"

namespace tulay::knowledge {

/// One of the bot's own sentences; `sms` equals `text` where no shorter form is given.
struct Phrase {
  std::string id;
  Localized<Template> text;
  Localized<Template> sms;
  SourceLine at;
};

[[nodiscard]] std::vector<Phrase> read_phrases(Table& file);

}  // namespace tulay::knowledge
