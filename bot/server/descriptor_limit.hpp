#pragma once

#include <cstddef>

namespace tulay::server {

/// How many connections, of those wanted, this process can hold with descriptors to spare. Raises its own
/// limit as far as it may: 1,024 is the usual one.
[[nodiscard]] std::size_t affordable_connections(std::size_t wanted);

}  // namespace tulay::server
