#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "adapters/cli/config.hpp"
#include "adapters/cli/options.hpp"
#include "bot/ports/audit.hpp"
#include "bot/ports/staff_desk.hpp"

namespace tulay::cli {

/// Everything that `tulay review` works with; who does it stands in the audit.
struct ReviewDesk {
  const Config& config;
  bot::StaffDesk& staff;
  bot::AuditLog& audit;
  knowledge::Instant now{};
  std::string user;  // "staff:ana"

  [[nodiscard]] bot::AuditEntry entry(std::string event, std::string what) const;
  [[nodiscard]] tl::expected<void, bot::StoreError> note(std::string event, std::string what) const;
};

/// One step each; each returns the exit status.
[[nodiscard]] int list_missed(const ReviewDesk& desk);
[[nodiscard]] int settle_missed(const ReviewDesk& desk, std::int64_t id);
[[nodiscard]] int teach_missed(const ReviewDesk& desk, const ReviewOptions& options);
[[nodiscard]] int summarise_week(const ReviewDesk& desk, const ReviewOptions& options);

}  // namespace tulay::cli
