#pragma once

#include <string>
#include <vector>

#include "bot/engine/answer.hpp"
#include "bot/engine/filling.hpp"

namespace tulay::bot {

/// The topic's own text: its first answer for which all is known, else that the bot does not know.
[[nodiscard]] std::string text_of(const knowledge::Topic& topic, Filling& filling, bool sms);

/// Topics ("fee") and guides ("guide.parole_fit", or its bare name) as buttons; unknown ones are left out.
[[nodiscard]] std::vector<Suggestion> suggestions(const std::vector<std::string>& ids,
                                                  const Setting& setting);

/// "Figures checked on …" under a text that shows any; else empty.
[[nodiscard]] std::string figures_line(Filling& filling, const Setting& setting, bool sms);

void add_sources(const std::vector<std::string>& ids, const Setting& setting, Reply& reply);

}  // namespace tulay::bot
