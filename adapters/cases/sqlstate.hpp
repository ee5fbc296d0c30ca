#pragma once

#include <string_view>

#include "bot/ports/case_directory.hpp"

namespace tulay::cases {

/// What an error of PostgreSQL means to us, by its SQLSTATE.
[[nodiscard]] bot::CaseError error_of_sqlstate(std::string_view sqlstate);

/// Is the connection gone with it, so that the same on a new one may succeed?
[[nodiscard]] bool ends_connection(std::string_view sqlstate);

/// Was the value that a client gave of a form that the column cannot hold? Then it finds nobody.
[[nodiscard]] bool finds_nothing(std::string_view sqlstate);

}  // namespace tulay::cases
