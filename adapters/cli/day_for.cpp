#include "adapters/cli/commands.hpp"
#include "adapters/system/system_clock.hpp"

namespace tulay::cli {

knowledge::Date day_for(const std::optional<knowledge::Date>& asked, const Config& config) {
  return asked.value_or(*knowledge::day_in_zone(system::SystemClock().now(), config.firm.time_zone));
}

}  // namespace tulay::cli
