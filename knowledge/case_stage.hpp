#pragma once

#include <string>
#include <vector>

#include "knowledge/data_file.hpp"
#include "knowledge/language.hpp"

namespace tulay::knowledge {

/// A stage of a case in words for clients; case_stages.toml.
struct CaseStage {
  std::string id;
  std::string owner;   // who moves next: client, firm, government, nobody
  bool worry = false;  // a person is offered in the same reply
  Localized<std::string> label;
  Localized<std::string> means;
  Localized<std::string> next;
  SourceLine at;
};

[[nodiscard]] std::vector<CaseStage> read_case_stages(Table& file);

}  // namespace tulay::knowledge
