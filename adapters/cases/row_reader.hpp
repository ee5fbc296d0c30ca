#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/cases/case_queries.hpp"
#include "bot/ports/case.hpp"

namespace tulay::cases {

/// The text of a named column, nothing where it is NULL or absent.
using Column = std::function<std::optional<std::string>(std::string_view)>;

/// A row as a value of the bot's. What is no real date, no known word or no valid text is left out, never
/// guessed (case-database.md §2); a row without its key is none.
[[nodiscard]] std::optional<bot::ContactMatch> contact_of(const Column& column);
[[nodiscard]] std::optional<bot::Case> case_of(const Column& column, const CaseQueries& words);
[[nodiscard]] std::optional<bot::Filing> filing_of(const Column& column);
[[nodiscard]] std::optional<bot::Appointment> appointment_of(const Column& column);
[[nodiscard]] std::optional<bot::DocumentRequest> document_of(const Column& column);

}  // namespace tulay::cases
