#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tulay::sms {

/// Names and values in the order in which they came; a name may stand there several times.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// Of application/x-www-form-urlencoded, or of a query: "+" is a blank, %XX a byte; a "%" before anything
/// else stays as it is. Any bytes are fine.
[[nodiscard]] Fields fields_of(std::string_view form);

/// The value of a name that stands there exactly once.
[[nodiscard]] std::optional<std::string> only(const Fields& fields, std::string_view name);

/// The form that reads as `fields`.
[[nodiscard]] std::string form_of(const Fields& fields);

}  // namespace tulay::sms
