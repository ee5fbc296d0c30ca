#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "intents/reading.hpp"

namespace tulay::intents {

/// What of a reading speaks for one intent or another: its words, pairs of neighbours, pieces of three to
/// five letters (so that endings, affixes and slips of the pen still speak), and its concepts. Each once, as
/// a 64-bit key (FNV-1a), in ascending order.
[[nodiscard]] std::vector<std::uint64_t> features_of(const Reading& reading);

/// The same with what staff can read: words, "two words", pieces-, {concepts} by number.
[[nodiscard]] std::vector<std::pair<std::uint64_t, std::string>> told_features_of(const Reading& reading);

}  // namespace tulay::intents
