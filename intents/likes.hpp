#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tulay::intents {

/// Texts put together by the words that they share, rare ones counting more (weighted Jaccard, to the first
/// of a group). Indices into `texts`: the largest group first, within a group in the given order.
[[nodiscard]] std::vector<std::vector<std::size_t>> grouped_by_likeness(
    const std::vector<std::string>& texts);

}  // namespace tulay::intents
