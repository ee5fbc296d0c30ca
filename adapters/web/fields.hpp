#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "knowledge/language.hpp"

namespace tulay::web {

/// Unicode characters, as clients count them.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// A text of the body; absent and null are the same. Else a sentence that names the field.
[[nodiscard]] tl::expected<std::optional<std::string>, std::string> text_field(const nlohmann::json& body,
                                                                               const char* name);

/// "language", where it is given.
[[nodiscard]] tl::expected<std::optional<knowledge::Language>, std::string> language_field(
    const nlohmann::json& body);

/// A text trimmed, valid UTF-8, of at most `longest` characters; empty where it is absent.
[[nodiscard]] tl::expected<std::string, std::string> short_text(const nlohmann::json& body, const char* name,
                                                                std::size_t longest);

/// The same, and not empty.
[[nodiscard]] tl::expected<std::string, std::string> required_text(const nlohmann::json& body,
                                                                   const char* name, std::size_t longest);

}  // namespace tulay::web
