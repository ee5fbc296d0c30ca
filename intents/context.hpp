#pragma once

#include <optional>
#include <string>

#include "intents/catalog.hpp"
#include "intents/reading.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// The offered choice that the client picked by number ("2", "the second one") or by "yes" to a single
/// offer; nothing when the message is no choice.
[[nodiscard]] std::optional<std::string> chosen(const Catalog::Parts& parts, const Reading& reading,
                                                const std::vector<Slot>& slots, const Context& context);

/// "and for my mother?", "y para mi hermano?": the last question again, about somebody or something else.
/// Only where the words themselves ask nothing clear.
[[nodiscard]] bool asks_the_same_again(const Catalog::Parts& parts, const Reading& reading,
                                       const std::vector<Slot>& slots, const Context& context);

/// "and for my mother?" with nothing talked about before: it names whom, and asks nothing that could be
/// answered.
[[nodiscard]] bool leans_on_nothing(const Catalog::Parts& parts, const Reading& reading,
                                    const std::vector<Slot>& slots, const Context& context);

}  // namespace tulay::intents
