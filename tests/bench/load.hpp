#pragma once

#include <string>
#include <vector>

namespace tulay::bench {

/// What one run of the load generator saw.
struct Seen {
  std::vector<double> microseconds;  // of each answer that was 200 that was 200
  double seconds = 0;
  std::size_t failures = 0;  // not 200, or the connection was lost
};

/// So many connections that stay, each sending the next request once the last is answered, for so long; all
/// by one thread, so that the generator costs as little as it can. `requests` are whole, and sent in turn.
[[nodiscard]] Seen load(int port, std::size_t connections, double seconds,
                        const std::vector<std::string>& requests);

}  // namespace tulay::bench
