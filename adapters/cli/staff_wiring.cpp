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
    threads_.emplace_back(
        [this, one = way.get()](const std::stop_token& stop) { tell_until_stopped(*one, stop); });
  }
}

StaffWiring::~StaffWiring() {
  for (auto& thread : threads_) thread.request_stop();  // all at once, then each is waited for
}

void StaffWiring::tell_until_stopped(staff::Way& way, const std::stop_token& stop) {
  staff::Notifier notifier(notices_, way, clock_, failed_);
  while (!stop.stop_requested()) {
    if (const auto told = notifier.tell_due(stop); !told)
      failed_("what staff are owed cannot be read: " + told.error().detail);
    std::unique_lock lock(mutex_);
    stopping_.wait_for(lock, stop, look_every, [] { return false; });
  }
}

}  // namespace tulay::cli
