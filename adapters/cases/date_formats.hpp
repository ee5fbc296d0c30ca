#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/calendar.hpp"

namespace tulay::cases {

/// Can dates be read so? '%Y-%m-%d', '%m/%d/%Y', '%d.%m.%y' and the like; 'access' is what mdb-export writes
/// ("11/24/26 00:00:00"), 'excel' the number of days since the end of 1899.
[[nodiscard]] bool is_date_format(std::string_view format);

/// The day that a text names by the first format that fits; a time of day may follow. An instant with a zone
/// ("2026-11-24T02:00:00Z") is on the day that it is in `time_zone`. %y pivots at 2060. Nothing for days that
/// are none, or not between 1990 and 2100.
[[nodiscard]] std::optional<knowledge::Date> read_day(std::string_view text,
                                                      const std::vector<std::string>& formats,
                                                      const std::string& time_zone);

/// The same for people's days of birth, from 1900 on. Years of two digits are none: 26 may be this one or
/// 1926.
[[nodiscard]] std::optional<knowledge::Date> read_birth_date(std::string_view text,
                                                             const std::vector<std::string>& formats);

}  // namespace tulay::cases
