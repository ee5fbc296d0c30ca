#pragma once

#include <filesystem>
#include <vector>

#include "intents/catalog.hpp"

namespace tulay::intents {

/// More ways in which people put it: intents/examples of the folder, a file an intent, {en,es,tl} = […]. They
/// are many and only a fitting needs them, so a catalog whose weights are kept does not hold them.
/// A file that is named after none of `intents` is a problem.
[[nodiscard]] std::vector<Example> read_told_examples(const std::filesystem::path& folder,
                                                      const std::vector<IntentInfo>& intents,
                                                      knowledge::Problems& problems);

}  // namespace tulay::intents
