#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace tulay::sms {

// Reading what a gateway wrote without trusting its form: what is absent or of another type reads as empty.

/// The value; null when the text is no JSON.
[[nodiscard]] nlohmann::json gateway_json(std::string_view text);

/// The member; null when there is none.
[[nodiscard]] const nlohmann::json& member(const nlohmann::json& object, std::string_view name);
[[nodiscard]] const nlohmann::json& first(const nlohmann::json& array);

/// A member that is a text or a whole number, as text.
[[nodiscard]] std::string word(const nlohmann::json& object, std::string_view name);

}  // namespace tulay::sms
