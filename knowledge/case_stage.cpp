#include "knowledge/case_stage.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tulay::knowledge {
namespace {

constexpr std::array<std::string_view, 4> owners{"client", "firm", "government", "nobody"};

void read_words(Table& stage, Language language, CaseStage& out) {
  auto words = stage.table(tag(language));
  if (!words)
    return stage.problem("", "stage '" + out.id + "' has no " + std::string(tag(language)), "add it");
  out.label[language] = words->required_text("label");
  out.means[language] = words->required_text("means");
  out.next[language] = words->required_text("next");
  words->refuse_unknown_keys();
}

}  // namespace

std::vector<CaseStage> read_case_stages(Table& file) {
  std::vector<CaseStage> stages;
  for (const auto& id : file.keys()) {
    auto table = file.table(id);
    if (!table) continue;
    CaseStage stage;
    stage.id = id;
    stage.at = table->at();
    stage.owner = table->required_text("owner");
    if (std::find(owners.begin(), owners.end(), stage.owner) == owners.end())
      table->problem("owner", "unknown owner '" + stage.owner + "'", "client, firm, government or nobody");
    stage.worry = table->flag("worry").value_or(false);
    for (const auto language : all_languages) read_words(*table, language, stage);
    table->refuse_unknown_keys();
    stages.push_back(std::move(stage));
  }
  return stages;
}

}  // namespace tulay::knowledge
