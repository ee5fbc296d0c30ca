#include "adapters/cli/sms_wiring.hpp"

#include <utility>

namespace tulay::cli {
namespace {

constexpr std::chrono::seconds gateway_patience{10};

sms::Account account_of(const SmsConfig& config) {
  sms::Account account;
  account.id = config.account;
  account.secrets = config.secrets;
  account.api_key = config.api_key;
  account.api_url = config.api_url;
  account.status_url = config.public_url + "/status";
  return account;
}

tl::expected<SmsData, std::string> data_of(const Config& config) {
  knowledge::Problems problems;
  auto keywords = sms::Keywords::read(config.data_dir, problems);
  auto codes = sms::ErrorCodes::read(config.data_dir, config.sms.gateway, problems);
  auto quiet = bot::QuietHours::read(config.data_dir, problems);
  if (keywords && codes && quiet) return SmsData{std::move(*keywords), std::move(*codes), std::move(*quiet)};
  return tl::unexpected(problems.empty() ? "no data for SMS" : knowledge::to_string(problems.front()));
}

}  // namespace

tl::expected<std::unique_ptr<SmsWiring>, std::string> SmsWiring::make(
    const Config& config, store::Connection& connection, std::function<void(std::string_view)> failed) {
  auto dialect = sms::make_dialect(config.sms.gateway, account_of(config.sms));
  if (dialect == nullptr) return tl::unexpected("there is no gateway '" + config.sms.gateway + "'");
  auto data = data_of(config);
  if (!data) return tl::unexpected(data.error());
  std::unique_ptr<SmsWiring> wiring(
      new SmsWiring(config.sms, std::move(dialect), std::move(*data), connection, std::move(failed)));
  if (auto given_up = wiring->outbox_.give_up_claimed(); !given_up)
    return tl::unexpected(given_up.error().detail);
  wiring->postman_ = std::make_unique<sms::Postman>(wiring->outbox_, wiring->sender_, wiring->failed_);
  return wiring;
}

SmsWiring::SmsWiring(const SmsConfig& config, std::unique_ptr<sms::Dialect> dialect, SmsData data,
                     store::Connection& connection, std::function<void(std::string_view)> failed)
    : config_(config),
      dialect_(std::move(dialect)),
      data_(std::move(data)),
      client_(gateway_patience),
      gateway_(*dialect_, client_),
      opt_outs_(connection),
      ledger_(connection),
      deliveries_(connection),
      outbox_(connection),
      failed_(std::move(failed)),
      sender_({outbox_, gateway_, opt_outs_, deliveries_, clock_, data_.codes, data_.quiet},
              config_.numbers.front(), config_.segments_per_second, failed_) {}

SmsWiring::~SmsWiring() = default;

std::vector<server::Route> SmsWiring::routes(bot::Engine& engine, const bot::SnapshotCell& snapshots,
                                             const bot::Firm& firm, const sms::SmsEvents& events) {
  const sms::Doors doors{*dialect_, data_.keywords, engine,      snapshots, firm,       clock_,
                         opt_outs_, ledger_,        deliveries_, *postman_, data_.codes};
  sms::SmsSettings settings;
  settings.public_url = config_.public_url;
  settings.numbers = config_.numbers;
  settings.carrier_replies = config_.carrier_replies;
  settings.keep_accents = config_.keep_accents;
  settings.gathers = std::chrono::milliseconds(config_.gathers_ms);
  return sms::sms_routes(doors, settings, events);
}

}  // namespace tulay::cli
