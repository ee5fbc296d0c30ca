#include "adapters/cli/staff_wiring.hpp"

#include <utility>

#include "adapters/staff/mail.hpp"
#include "adapters/staff/webhook.hpp"

namespace tulay::cli {
namespace {

constexpr int patience_seconds = 10;
constexpr std::chrono::seconds look_every{1};

}  // namespace

StaffWiring::StaffWiring(const Config& config, store::Connection& connection,
                         std::function<void(std::string_view)> failed)
    : notices_(connection), net_(patience_seconds), failed_(std::move(failed)) {
  const auto& set = config.notify;
  if (!set.webhook_url.empty()) {
    ways_.push_back(std::make_unique<staff::Webhook>(
        staff::WebhookSettings{set.webhook_url, set.webhook_secret, set.details}, net_, clock_));
  }
  if (!set.mail_server.empty()) {
    ways_.push_back(std::make_unique<staff::Mail>(
        staff::MailSettings{set.mail_server, set.mail_user, set.mail_password, set.mail_from, set.mail_to,
                            config.firm.time_zone, set.details},
        net_, clock_));
  }
  for (auto& way : ways_) {
    tellers_.push_back(std::make_unique<Repeating>(look_every, [this, one = way.get()](const auto& stop) {
      staff::Notifier notifier(notices_, *one, clock_, failed_);
      if (const auto told = notifier.tell_due(stop); !told)
        failed_("what staff are owed cannot be read: " + told.error().detail);
    }));
  }
}

StaffWiring::~StaffWiring() {
  for (auto& teller : tellers_) teller->request_stop();  // all at once, then each is waited for
}

}  // namespace tulay::cli
