#pragma once

#include <string>
#include <string_view>

#include "knowledge/language.hpp"

namespace tulay::console {

/// The text of an intents/examples file with one example more at the end of its language; what else stands in
/// it, comments too, stays as it is. An example that is there already changes nothing.
[[nodiscard]] std::string with_example(const std::string& file, knowledge::Language language,
                                       std::string_view example);

}  // namespace tulay::console
