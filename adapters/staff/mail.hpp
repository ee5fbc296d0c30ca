#pragma once

#include "adapters/staff/net.hpp"
#include "adapters/staff/way.hpp"
#include "bot/ports/clock.hpp"

namespace tulay::staff {

struct MailSettings {
  std::string server;  // smtp://host:587, smtps://host:465
  std::string user;
  std::string password;
  std::string from;
  std::vector<std::string> to;
  std::string zone;      // whose clock the letter shows
  bool details = false;  // name, contact, message and summary, too
};

/// The letter, head and body. The Message-ID is the request's, so that a reader sees a repeated one.
[[nodiscard]] std::string letter_text(const bot::OwedNotice& notice, const MailSettings& settings,
                                      knowledge::Instant now);

/// Writes to staff by SMTP.
class Mail final : public Way {
 public:
  /// Net and clock must outlive it.
  Mail(MailSettings settings, Net& net, const bot::Clock& clock);
  [[nodiscard]] std::string_view name() const override { return "mail"; }
  [[nodiscard]] tl::expected<void, NotTold> tell(const bot::OwedNotice& notice,
                                                 const std::stop_token& stop) override;

 private:
  MailSettings settings_;
  Net& net_;
  const bot::Clock& clock_;
};

}  // namespace tulay::staff
