#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tulay::cases {

/// What a query's named parameters stand for, without their colons.
using Parameters = std::vector<std::pair<std::string_view, std::string>>;

/// What a query found: every value as text, NULL as nothing.
struct Rows {
  std::vector<std::string> columns;  // lower case
  std::vector<std::vector<std::optional<std::string>>> values;
};

/// One of them, by column names.
class Row {
 public:
  Row(const Rows& rows, std::size_t index) : rows_(rows), values_(rows.values[index]) {}
  /// Nothing where it is NULL or there is no such column.
  [[nodiscard]] const std::optional<std::string>& operator[](std::string_view column) const {
    static const std::optional<std::string> none;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (rows_.columns[i] == column) return values_[i];
    }
    return none;
  }

 private:
  const Rows& rows_;
  const std::vector<std::optional<std::string>>& values_;
};

}  // namespace tulay::cases
