#include "intents/told_examples.hpp"

#include <algorithm>

#include "intents/data_folder.hpp"

namespace tulay::intents {

std::vector<Example> read_told_examples(const std::filesystem::path& folder,
                                        const std::vector<IntentInfo>& intents,
                                        knowledge::Problems& problems) {
  std::vector<Example> examples;
  each_file(folder, "examples", problems, [&](knowledge::Table& file, const std::filesystem::path& path) {
    const auto intent = path.stem().string();
    if (std::none_of(intents.begin(), intents.end(), [&](const auto& one) { return one.id == intent; }))
      file.problem("", "no intent '" + intent + "'", "name the file after an intent in intents/patterns");
    for (const auto language : knowledge::all_languages) {
      for (const auto& said : file.texts(knowledge::tag(language)))
        examples.push_back({said.text, intent, language, said.at});
    }
    file.refuse_unknown_keys();
  });
  return examples;
}

}  // namespace tulay::intents
