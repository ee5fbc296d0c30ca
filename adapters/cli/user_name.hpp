#pragma once

#include <string>

namespace tulay::cli {

/// Who runs the program, by the system's word.
[[nodiscard]] std::string user_name();

}  // namespace tulay::cli
