#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace tulay::bench {

/// One line of the table; times in microseconds. `rate` is a second, 0 where only time was measured.
struct Row {
  std::string what;
  double rate = 0;
  double p50 = 0;
  double p99 = 0;
  double floor_rate = 0;  // the same measured on a constant answer; 0: no floor
  double processor = 0;   // microseconds of processor time that the server took for one
  double memory = 0;      // MiB that the server holds after it
};

/// The value below which `share` of the samples lie. `samples` must not be empty; it is sorted.
inline double quantile(std::vector<double>& samples, double share) {
  std::sort(samples.begin(), samples.end());
  return samples[std::min(samples.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(samples.size())))];
}

/// Time to understand one message, on texts that are never repeated.
[[nodiscard]] std::vector<Row> understanding();

/// POST /v1/chat of the built program beside a constant answer by the same server, which is this program
/// (`self`) once more. So many seconds a row.
[[nodiscard]] std::vector<Row> http(const std::string& self, double seconds);

/// That server: prints where it listens and answers every POST /v1/chat with so many bytes, until it is
/// killed.
int serve_constant(std::size_t bytes);

}  // namespace tulay::bench
