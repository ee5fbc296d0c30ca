#pragma once

#include <cstdint>
#include <filesystem>

namespace tulay::intents {

/// A number that changes with any byte of the data files below `folder` that a reading depends on: intents,
/// concepts, shorthand, languages, words, examples; or with the features that are taken from a text. Not
/// cryptographic: it tells edits, not forgers.
[[nodiscard]] std::uint64_t digest_of(const std::filesystem::path& folder);

}  // namespace tulay::intents
