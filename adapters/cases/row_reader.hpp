#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/cases/mapping.hpp"
#include "adapters/cases/rows.hpp"
#include "bot/ports/case.hpp"

namespace tulay::cases {

/// What a reader left out and why, for `tulay cases check`.
struct Notes {
  std::vector<std::string> left_out;                          // columns whose value cannot be right
  std::vector<std::pair<std::string, std::string>> unmapped;  // ("stage", a word without a mapping)
};

/// A row as a value of the bot's. What is no real date, no known word or no valid text is left out, never
/// guessed (case-database.md §2); a row without its key is none. `notes` may be null.
class RowReader {
 public:
  explicit RowReader(const Mapping& mapping, Notes* notes = nullptr) : mapping_(mapping), notes_(notes) {}

  [[nodiscard]] std::optional<bot::ContactMatch> contact(const Row& row) const;
  [[nodiscard]] std::optional<bot::Case> own_case(const Row& row) const;
  [[nodiscard]] std::optional<bot::Filing> filing(const Row& row) const;
  [[nodiscard]] std::optional<bot::Appointment> appointment(const Row& row) const;
  [[nodiscard]] std::optional<bot::DocumentRequest> document(const Row& row) const;

 private:
  [[nodiscard]] std::optional<std::string> text(const Row& row, std::string_view column) const;
  [[nodiscard]] std::optional<knowledge::Date> day(const Row& row, std::string_view column) const;
  [[nodiscard]] std::string word(const Row& row, std::string_view column, std::string_view values,
                                 std::string_view otherwise) const;
  [[nodiscard]] std::optional<std::string> phone(const Row& row) const;
  [[nodiscard]] std::optional<int> birth_year(const Row& row) const;
  void leave_out(std::string_view column) const;

  const Mapping& mapping_;
  Notes* notes_;
};

/// Of our own word; what we do not know, we keep to ourselves: no bot.
[[nodiscard]] bot::ContactRestriction restriction_of(std::string_view word);

/// The stage that a filing's status means, for firms that keep no stage (case-database.md §8); "unknown" for
/// others.
[[nodiscard]] std::string_view stage_of_status(std::string_view status);

}  // namespace tulay::cases
