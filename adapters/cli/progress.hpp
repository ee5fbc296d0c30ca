#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace tulay::cli {

/// Tells on stderr how far a long job is: on a terminal in one line, elsewhere once every tenth.
[[nodiscard]] std::function<void(std::size_t, std::size_t)> progress_on_stderr(std::string what);

}  // namespace tulay::cli
