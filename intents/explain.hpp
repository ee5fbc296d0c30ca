#pragma once

#include <string>
#include <string_view>

#include "intents/catalog.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// An Understanding on one screen: folded text, mended words, slots, and per candidate each pattern with
/// file:line, weight and the client's own words, scores and the decision.
[[nodiscard]] std::string explain(const Understanding& understanding, std::string_view utterance);

/// The concepts that stand in the utterance, each with the words that made it: what patterns had to go by.
[[nodiscard]] std::string concepts_in(const Catalog& catalog, std::string_view utterance);

}  // namespace tulay::intents
