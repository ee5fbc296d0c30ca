#include "bot/server/descriptor_limit.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace tulay::server {
namespace {

constexpr std::size_t spare = 128;  // files, the store, what goes out

}  // namespace

std::size_t affordable_connections(std::size_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  const rlim_t needed = wanted + spare;
  if (limit.rlim_cur < needed) {
    limit.rlim_cur = std::min(needed, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
  const auto affordable = static_cast<std::size_t>(std::max<rlim_t>(limit.rlim_cur, spare + 1)) - spare;
  return std::min(wanted, affordable);
}

}  // namespace tulay::server
