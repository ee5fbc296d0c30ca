#pragma once

#include <functional>
#include <string_view>
#include <tl/expected.hpp>

#include "adapters/sms/dialect.hpp"
#include "adapters/sms/error_codes.hpp"
#include "bot/ports/clock.hpp"
#include "bot/ports/deliveries.hpp"
#include "bot/ports/opt_outs.hpp"

namespace tulay::sms {

/// All must outlive it.
struct ReportDoors {
  bot::Deliveries& deliveries;
  bot::OptOuts& opt_outs;
  const ErrorCodes& codes;
  const bot::Clock& clock;
};

/// Does what a delivery report calls for: the text's row moves on, who has opted out at the carrier gets no
/// more texts, a number that takes none is noted, what may be tried once more is. May be shared by threads.
class ReportDesk {
 public:
  /// `noted`: for the log.
  ReportDesk(const ReportDoors& doors, std::function<void(std::string_view)> noted)
      : doors_(doors), noted_(std::move(noted)) {}

  /// On disk when it returns. The same report again changes nothing.
  [[nodiscard]] tl::expected<void, bot::StoreError> note(const DeliveryReport& report) const;

 private:
  [[nodiscard]] tl::expected<void, bot::StoreError> about_number(const DeliveryReport& report,
                                                                 const CodeRule& rule) const;

  ReportDoors doors_;
  std::function<void(std::string_view)> noted_;
};

}  // namespace tulay::sms
