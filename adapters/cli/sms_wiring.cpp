#include "adapters/cli/sms_wiring.hpp"

#include <utility>

namespace tulay::cli {
namespace {

constexpr std::chrono::seconds gateway_patience{10};
constexpr std::chrono::seconds look_every{1};

sms::Account account_of(const SmsConfig& config) {
  sms::Account account;
  account.id = config.account;
  account.secrets = config.secrets;
  account.api_key = config.api_key;
  account.status_url = config.public_url + "/status";
  return account;
}

}  // namespace

tl::expected<std::unique_ptr<SmsWiring>, std::string> SmsWiring::make(
    const Config& config, store::Connection& connection, std::function<void(std::string_view)> failed) {
  auto dialect = sms::make_dialect(config.sms.gateway, account_of(config.sms));
  if (dialect == nullptr) return tl::unexpected("there is no gateway '" + config.sms.gateway + "'");
  knowledge::Problems problems;
  auto keywords = sms::Keywords::read(config.data_dir, problems);
  if (!keywords)
    return tl::unexpected(problems.empty() ? "no SMS keywords" : knowledge::to_string(problems.front()));
  std::unique_ptr<SmsWiring> wiring(new SmsWiring(config.sms, config.firm.time_zone, std::move(dialect),
                                                  std::move(*keywords), connection, std::move(failed)));
  if (auto given_up = wiring->outbox_.give_up_claimed(); !given_up)
    return tl::unexpected(given_up.error().detail);
  wiring->thread_ =
      std::jthread([self = wiring.get()](const std::stop_token& stop) { self->send_until_stopped(stop); });
  return wiring;
}

SmsWiring::SmsWiring(const SmsConfig& config, std::string zone, std::unique_ptr<sms::Dialect> dialect,
                     sms::Keywords keywords, store::Connection& connection,
                     std::function<void(std::string_view)> failed)
    : config_(config),
      dialect_(std::move(dialect)),
      keywords_(std::move(keywords)),
      client_(gateway_patience),
      gateway_(*dialect_, client_),
      opt_outs_(connection),
      ledger_(connection),
      outbox_(connection),
      failed_(std::move(failed)),
      sender_(outbox_, gateway_, opt_outs_, clock_, config_.numbers.front(), std::move(zone),
              [this](std::string_view code) {
                failed_("a text was not taken by the gateway: code " + std::string(code));
              }) {}

SmsWiring::~SmsWiring() = default;

void SmsWiring::send_until_stopped(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (const auto sent = sender_.send_due(); !sent)
      failed_("the outbox cannot be read: " + sent.error().detail);
    stopping_.wait_for(lock, stop, look_every, [] { return false; });
  }
}

std::vector<server::Route> SmsWiring::routes(bot::Engine& engine, const bot::SnapshotCell& snapshots,
                                             const bot::Firm& firm, const sms::SmsEvents& events) {
  const sms::Doors doors{*dialect_, keywords_, engine, snapshots, firm, clock_, opt_outs_, ledger_, gateway_};
  sms::SmsSettings settings;
  settings.public_url = config_.public_url;
  settings.numbers = config_.numbers;
  return sms::sms_routes(doors, settings, events);
}

}  // namespace tulay::cli
